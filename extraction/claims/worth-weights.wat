;; The sum of the weights of features: their names are made four at a time. Put into words in worth-weights.ts, which carries the code.
(module
  (import "onrecord" "memory" (memory 1))

  ;; $features: $count values of 32 bits, and room for three more. In their place is put where the weight of each lies: the upper bits
  ;; of its hash (the finalizer of MurmurHash3, Appleby 2011, shortened), all but the $below lower ones. $weights: a byte each, less
  ;; than 2^24 of them. $known: where is put how many weights are not 0.
  (func (export "sum")
    (param $count i32) (param $features i32) (param $below i32) (param $weights i32) (param $known i32) (result i32)
    (local $at i32) (local $end i32) (local $hash v128) (local $place i32) (local $weight i32) (local $sum i32) (local $found i32)
    (local.set $end (i32.add (local.get $features) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $at (local.get $features))
    (block $named
      (loop $nextFour
        (br_if $named (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $hash (v128.load (local.get $at)))
        (local.set $hash
          (i32x4.mul
            (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 16)))
            (v128.const i32x4 0x85ebca6b 0x85ebca6b 0x85ebca6b 0x85ebca6b)))
        (local.set $hash
          (i32x4.mul
            (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 13)))
            (v128.const i32x4 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35)))
        (local.set $hash (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 16))))
        (v128.store (local.get $at) (i32x4.shr_u (local.get $hash) (local.get $below)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $nextFour)))
    ;; A feature that stands here twice counts once: its weight is taken away at the first, and kept beside its place.
    (local.set $at (local.get $features))
    (block $added
      (loop $nextOne
        (br_if $added (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $place (i32.load (local.get $at)))
        (local.set $weight (i32.load8_s (i32.add (local.get $weights) (local.get $place))))
        (i32.store8 (i32.add (local.get $weights) (local.get $place)) (i32.const 0))
        (i32.store (local.get $at)
          (i32.or (i32.shl (local.get $place) (i32.const 8)) (i32.and (local.get $weight) (i32.const 255))))
        (local.set $sum (i32.add (local.get $sum) (local.get $weight)))
        (local.set $found (i32.add (local.get $found) (i32.ne (local.get $weight) (i32.const 0))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $nextOne)))
    ;; From the last to the first, so that what was taken first is put back last.
    (block $putBack
      (loop $lastOne
        (br_if $putBack (i32.le_u (local.get $at) (local.get $features)))
        (local.set $at (i32.sub (local.get $at) (i32.const 4)))
        (local.set $place (i32.load (local.get $at)))
        (i32.store8
          (i32.add (local.get $weights) (i32.shr_u (local.get $place) (i32.const 8)))
          (local.get $place))
        (br $lastOne)))
    (i32.store (local.get $known) (local.get $found))
    (local.get $sum)))
