;; The score of a layer of rectified units over the inputs that are not 0, sixteen units at a time in numbers of 32 bits. Put into
;; words in worth-layer.ts, which carries the code.
(module
  (import "onrecord" "memory" (memory 1))

  ;; $rows: for each of $count inputs, where its weights begin, in bytes. $amounts: how much each is. $units: for each of the units, up to
  ;; $end, what it begins its sum with; $room bytes behind that, how much it counts. A multiple of sixteen of units.
  (func (export "score")
    (param $count i32) (param $rows i32) (param $amounts i32) (param $units i32) (param $end i32) (param $room i32) (result f32)
    (local $at i32) (local $input i32) (local $row i32) (local $amount v128) (local $none v128) (local $score v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (block $done
      (loop $nextUnits
        (br_if $done (i32.ge_u (local.get $units) (local.get $end)))
        (local.set $a (v128.load (local.get $units)))
        (local.set $b (v128.load offset=16 (local.get $units)))
        (local.set $c (v128.load offset=32 (local.get $units)))
        (local.set $d (v128.load offset=48 (local.get $units)))
        (local.set $input (i32.const 0))
        (block $added
          (loop $nextInput
            (br_if $added (i32.ge_u (local.get $input) (local.get $count)))
            (local.set $row
              (i32.add
                (i32.load (i32.add (local.get $rows) (i32.shl (local.get $input) (i32.const 2))))
                (local.get $at)))
            (local.set $amount
              (v128.load32_splat (i32.add (local.get $amounts) (i32.shl (local.get $input) (i32.const 2)))))
            (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $amount) (v128.load (local.get $row)))))
            (local.set $b
              (f32x4.add (local.get $b) (f32x4.mul (local.get $amount) (v128.load offset=16 (local.get $row)))))
            (local.set $c
              (f32x4.add (local.get $c) (f32x4.mul (local.get $amount) (v128.load offset=32 (local.get $row)))))
            (local.set $d
              (f32x4.add (local.get $d) (f32x4.mul (local.get $amount) (v128.load offset=48 (local.get $row)))))
            (local.set $input (i32.add (local.get $input) (i32.const 1)))
            (br $nextInput)))
        (local.set $row (i32.add (local.get $units) (local.get $room)))
        (local.set $score
          (f32x4.add (local.get $score)
            (f32x4.mul (f32x4.max (local.get $a) (local.get $none)) (v128.load (local.get $row)))))
        (local.set $score
          (f32x4.add (local.get $score)
            (f32x4.mul (f32x4.max (local.get $b) (local.get $none)) (v128.load offset=16 (local.get $row)))))
        (local.set $score
          (f32x4.add (local.get $score)
            (f32x4.mul (f32x4.max (local.get $c) (local.get $none)) (v128.load offset=32 (local.get $row)))))
        (local.set $score
          (f32x4.add (local.get $score)
            (f32x4.mul (f32x4.max (local.get $d) (local.get $none)) (v128.load offset=48 (local.get $row)))))
        (local.set $units (i32.add (local.get $units) (i32.const 64)))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (br $nextUnits)))
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $score)) (f32x4.extract_lane 1 (local.get $score)))
      (f32.add (f32x4.extract_lane 2 (local.get $score)) (f32x4.extract_lane 3 (local.get $score))))))
