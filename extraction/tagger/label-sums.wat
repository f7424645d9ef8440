;; Adds up rows of label weights: the loop in which the engine spends most of its time. Eight weights are added at once, which
;; JavaScript cannot; the same loop in it takes half as long again. Put into words in label-sums.ts, which carries the code.
(module
  ;; Byte 0: names of features, 32 bits each, at most 256. Byte 1024: places of sums, 16 bytes each. Byte 4096: the rows.
  (import "onrecord" "memory" (memory 1))

  ;; The sums at $to become those at $a and at $b and the rows of the first $count names. A row is eight bytes: seven weights of
  ;; -128 to 127 with 128 added, and the upper byte of its feature's name. A row of another feature counts nothing.
  (func (export "add") (param $count i32) (param $mask i32) (param $a i32) (param $b i32) (param $to i32)
    (local $at i32) (local $end i32) (local $name i32) (local $row i32) (local $sums v128)
    (local.set $sums (i16x8.add (v128.load (local.get $a)) (v128.load (local.get $b))))
    (local.set $end (i32.shl (local.get $count) (i32.const 2)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $name (i32.load (local.get $at)))
        (local.set $row (i32.shl (i32.and (local.get $name) (local.get $mask)) (i32.const 3)))
        (local.set $sums
          (i16x8.add
            (local.get $sums)
            (v128.and
              (i16x8.extend_low_i8x16_s
                ;; What lies as a number from 0 to 255 becomes one from -128 to 127.
                (v128.xor
                  (v128.load64_zero offset=4096 (local.get $row))
                  (v128.const i32x4 0x80808080 0x00808080 0 0)))
              ;; All ones where the upper bytes agree, else 0: a branch would be guessed wrong as often as not.
              (i32x4.splat
                (i32.sub
                  (i32.const 0)
                  (i32.eqz
                    (i32.shr_u
                      (i32.xor (local.get $name) (i32.load offset=4100 (local.get $row)))
                      (i32.const 24))))))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (v128.store (local.get $to) (local.get $sums)))

  ;; Reads the rows of the first $count names and does nothing with them but give what is not left out as of no use. Rows lie all
  ;; over memory; read one behind the other, with little else to do between them, many are on their way at a time.
  (func (export "gather") (param $count i32) (param $mask i32) (result i32)
    (local $at i32) (local $end i32) (local $seen i32)
    (local.set $end (i32.shl (local.get $count) (i32.const 2)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $seen
          (i32.xor
            (local.get $seen)
            (i32.load offset=4096
              (i32.shl (i32.and (i32.load (local.get $at)) (local.get $mask)) (i32.const 3)))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (local.get $seen)))
