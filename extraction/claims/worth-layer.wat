;; Sums of a layer's units over the inputs that are not 0, two units at a time in numbers of 64 bits, each sum in the order of its
;; inputs. Put into words in worth-layer.ts, which carries the code.
(module
  (import "onrecord" "memory" (memory 1))

  ;; $rows: for each of $count inputs, where its weights begin, in bytes. $amounts: how much each is, 64 bits. $sums: what the units
  ;; begin with, and their sums afterwards: $units of them, a multiple of eight.
  (func (export "add")
    (param $count i32) (param $rows i32) (param $amounts i32) (param $sums i32) (param $units i32)
    (local $unit i32) (local $input i32) (local $row i32) (local $amount v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (block $done
      (loop $nextUnits
        (br_if $done (i32.ge_u (local.get $unit) (local.get $units)))
        (local.set $a (v128.load (local.get $sums)))
        (local.set $b (v128.load offset=16 (local.get $sums)))
        (local.set $c (v128.load offset=32 (local.get $sums)))
        (local.set $d (v128.load offset=48 (local.get $sums)))
        (local.set $input (i32.const 0))
        (block $added
          (loop $nextInput
            (br_if $added (i32.ge_u (local.get $input) (local.get $count)))
            (local.set $row
              (i32.add
                (i32.load (i32.add (local.get $rows) (i32.shl (local.get $input) (i32.const 2))))
                (i32.shl (local.get $unit) (i32.const 3))))
            (local.set $amount
              (v128.load64_splat (i32.add (local.get $amounts) (i32.shl (local.get $input) (i32.const 3)))))
            (local.set $a (f64x2.add (local.get $a) (f64x2.mul (local.get $amount) (v128.load (local.get $row)))))
            (local.set $b
              (f64x2.add (local.get $b) (f64x2.mul (local.get $amount) (v128.load offset=16 (local.get $row)))))
            (local.set $c
              (f64x2.add (local.get $c) (f64x2.mul (local.get $amount) (v128.load offset=32 (local.get $row)))))
            (local.set $d
              (f64x2.add (local.get $d) (f64x2.mul (local.get $amount) (v128.load offset=48 (local.get $row)))))
            (local.set $input (i32.add (local.get $input) (i32.const 1)))
            (br $nextInput)))
        (v128.store (local.get $sums) (local.get $a))
        (v128.store offset=16 (local.get $sums) (local.get $b))
        (v128.store offset=32 (local.get $sums) (local.get $c))
        (v128.store offset=48 (local.get $sums) (local.get $d))
        (local.set $sums (i32.add (local.get $sums) (i32.const 64)))
        (local.set $unit (i32.add (local.get $unit) (i32.const 8)))
        (br $nextUnits)))))
