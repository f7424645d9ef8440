;; Sums of words' vectors: 32 steps a row, a byte each, sixteen at a time. Put into words in worth-vectors.ts, which carries the code.
(module
  (import "onrecord" "memory" (memory 1))

  ;; $rows: for each of $count words, where its row begins, in bytes. $most: 32 bytes, the greatest step so far of each number.
  ;; $to: 32 numbers of 32 bits, each the sum of the steps and of half a step a word, times $share.
  (func (export "sum")
    (param $count i32) (param $rows i32) (param $share f32) (param $most i32) (param $to i32)
    (local $end i32) (local $low v128) (local $high v128) (local $mostLow v128) (local $mostHigh v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    (local $half v128) (local $by v128)
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $mostLow (v128.load (local.get $most)))
    (local.set $mostHigh (v128.load offset=16 (local.get $most)))
    (block $added
      (loop $nextRow
        (br_if $added (i32.ge_u (local.get $rows) (local.get $end)))
        (local.set $low (v128.load (i32.load (local.get $rows))))
        (local.set $high (v128.load offset=16 (i32.load (local.get $rows))))
        (local.set $mostLow (i8x16.max_s (local.get $mostLow) (local.get $low)))
        (local.set $mostHigh (i8x16.max_s (local.get $mostHigh) (local.get $high)))
        (local.set $a (i32x4.add (local.get $a) (i32x4.extend_low_i16x8_s (i16x8.extend_low_i8x16_s (local.get $low)))))
        (local.set $b (i32x4.add (local.get $b) (i32x4.extend_high_i16x8_s (i16x8.extend_low_i8x16_s (local.get $low)))))
        (local.set $c (i32x4.add (local.get $c) (i32x4.extend_low_i16x8_s (i16x8.extend_high_i8x16_s (local.get $low)))))
        (local.set $d
          (i32x4.add (local.get $d) (i32x4.extend_high_i16x8_s (i16x8.extend_high_i8x16_s (local.get $low)))))
        (local.set $e (i32x4.add (local.get $e) (i32x4.extend_low_i16x8_s (i16x8.extend_low_i8x16_s (local.get $high)))))
        (local.set $f
          (i32x4.add (local.get $f) (i32x4.extend_high_i16x8_s (i16x8.extend_low_i8x16_s (local.get $high)))))
        (local.set $g
          (i32x4.add (local.get $g) (i32x4.extend_low_i16x8_s (i16x8.extend_high_i8x16_s (local.get $high)))))
        (local.set $h
          (i32x4.add (local.get $h) (i32x4.extend_high_i16x8_s (i16x8.extend_high_i8x16_s (local.get $high)))))
        (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
        (br $nextRow)))
    (v128.store (local.get $most) (local.get $mostLow))
    (v128.store offset=16 (local.get $most) (local.get $mostHigh))
    (local.set $half (f32x4.splat (f32.mul (f32.convert_i32_u (local.get $count)) (f32.const 0.5))))
    (local.set $by (f32x4.splat (local.get $share)))
    (v128.store (local.get $to)
      (f32x4.mul (f32x4.add (f32x4.convert_i32x4_s (local.get $a)) (local.get $half)) (local.get $by)))
    (v128.store offset=16 (local.get $to)
      (f32x4.mul (f32x4.add (f32x4.convert_i32x4_s (local.get $b)) (local.get $half)) (local.get $by)))
    (v128.store offset=32 (local.get $to)
      (f32x4.mul (f32x4.add (f32x4.convert_i32x4_s (local.get $c)) (local.get $half)) (local.get $by)))
    (v128.store offset=48 (local.get $to)
      (f32x4.mul (f32x4.add (f32x4.convert_i32x4_s (local.get $d)) (local.get $half)) (local.get $by)))
    (v128.store offset=64 (local.get $to)
      (f32x4.mul (f32x4.add (f32x4.convert_i32x4_s (local.get $e)) (local.get $half)) (local.get $by)))
    (v128.store offset=80 (local.get $to)
      (f32x4.mul (f32x4.add (f32x4.convert_i32x4_s (local.get $f)) (local.get $half)) (local.get $by)))
    (v128.store offset=96 (local.get $to)
      (f32x4.mul (f32x4.add (f32x4.convert_i32x4_s (local.get $g)) (local.get $half)) (local.get $by)))
    (v128.store offset=112 (local.get $to)
      (f32x4.mul (f32x4.add (f32x4.convert_i32x4_s (local.get $h)) (local.get $half)) (local.get $by)))))
