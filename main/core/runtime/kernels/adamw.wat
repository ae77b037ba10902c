;; AdamW in place, four float32 at a time. Formula and source: training/adamw.ts, whose applyAdamW
;; does the same operations in the same order, so that both agree bit for bit.
(module
  ;; Shared: threads take parts of the arrays.
  (import "engine" "memory" (memory 1 65536 shared))

  ;; Byte addresses of four arrays of `count` float32; `count` is a multiple of 4.
  (func (export "adamw")
    (param $weights i32) (param $first i32) (param $second i32) (param $gradients i32)
    (param $count i32)
    (param $beta1 f32) (param $rest1 f32) (param $beta2 f32) (param $rest2 f32)
    (param $gradientScale f32) (param $weightScale f32) (param $stepSize f32) (param $epsilon f32)

    (local $remaining i32)
    (local $beta1s v128) (local $rest1s v128) (local $beta2s v128) (local $rest2s v128)
    (local $gradientScales v128) (local $weightScales v128)
    (local $stepSizes v128) (local $epsilons v128) (local $smallestNormals v128)
    (local $g v128) (local $m v128) (local $v v128)

    (local.set $beta1s (f32x4.splat (local.get $beta1)))
    (local.set $rest1s (f32x4.splat (local.get $rest1)))
    (local.set $beta2s (f32x4.splat (local.get $beta2)))
    (local.set $rest2s (f32x4.splat (local.get $rest2)))
    (local.set $gradientScales (f32x4.splat (local.get $gradientScale)))
    (local.set $weightScales (f32x4.splat (local.get $weightScale)))
    (local.set $stepSizes (f32x4.splat (local.get $stepSize)))
    (local.set $epsilons (f32x4.splat (local.get $epsilon)))
    (local.set $smallestNormals (f32x4.splat (f32.const 0x1p-126)))
    (local.set $remaining (local.get $count))

    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $remaining)))

        ;; g = gradientScale · g
        (local.set $g (f32x4.mul (v128.load (local.get $gradients)) (local.get $gradientScales)))

        ;; m = β₁·m + (1 − β₁)·g
        (local.set $m
          (f32x4.add
            (f32x4.mul (local.get $beta1s) (v128.load (local.get $first)))
            (f32x4.mul (local.get $rest1s) (local.get $g))))
        ;; |m| < 2⁻¹²⁶ becomes 0: the lanes of the comparison are all ones or all zeros.
        (local.set $m
          (v128.andnot
            (local.get $m)
            (f32x4.lt (f32x4.abs (local.get $m)) (local.get $smallestNormals))))

        ;; v = β₂·v + (1 − β₂)·g², flushed alike (v is never negative)
        (local.set $v
          (f32x4.add
            (f32x4.mul (local.get $beta2s) (v128.load (local.get $second)))
            (f32x4.mul (local.get $rest2s) (f32x4.mul (local.get $g) (local.get $g)))))
        (local.set $v
          (v128.andnot
            (local.get $v)
            (f32x4.lt (local.get $v) (local.get $smallestNormals))))

        (v128.store (local.get $first) (local.get $m))
        (v128.store (local.get $second) (local.get $v))

        ;; w = weightScale·w − stepSize · (m / (√v + ε))
        (v128.store (local.get $weights)
          (f32x4.sub
            (f32x4.mul (local.get $weightScales) (v128.load (local.get $weights)))
            (f32x4.mul
              (local.get $stepSizes)
              (f32x4.div
                (local.get $m)
                (f32x4.add (f32x4.sqrt (local.get $v)) (local.get $epsilons))))))

        (local.set $weights (i32.add (local.get $weights) (i32.const 16)))
        (local.set $first (i32.add (local.get $first) (i32.const 16)))
        (local.set $second (i32.add (local.get $second) (i32.const 16)))
        (local.set $gradients (i32.add (local.get $gradients) (i32.const 16)))
        (local.set $remaining (i32.sub (local.get $remaining) (i32.const 4)))
        (br $next))))

  ;; The sum of squares of the gradients: each four vectors in float32, all of these in float64.
  ;; Takes the places that adamw takes, of which it reads one.
  (func (export "sumOfSquares")
    (param $weights i32) (param $first i32) (param $second i32) (param $gradients i32)
    (param $count i32)
    (result f64)

    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $squares v128) (local $lows v128) (local $highs v128)

    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $count)))
        (if (i32.ge_u (local.get $count) (i32.const 16))
          (then
            (local.set $a (v128.load (local.get $gradients)))
            (local.set $b (v128.load offset=16 (local.get $gradients)))
            (local.set $c (v128.load offset=32 (local.get $gradients)))
            (local.set $d (v128.load offset=48 (local.get $gradients)))
            (local.set $squares
              (f32x4.add
                (f32x4.add
                  (f32x4.mul (local.get $a) (local.get $a))
                  (f32x4.mul (local.get $b) (local.get $b)))
                (f32x4.add
                  (f32x4.mul (local.get $c) (local.get $c))
                  (f32x4.mul (local.get $d) (local.get $d)))))
            (local.set $gradients (i32.add (local.get $gradients) (i32.const 64)))
            (local.set $count (i32.sub (local.get $count) (i32.const 16))))
          (else
            (local.set $a (v128.load (local.get $gradients)))
            (local.set $squares (f32x4.mul (local.get $a) (local.get $a)))
            (local.set $gradients (i32.add (local.get $gradients) (i32.const 16)))
            (local.set $count (i32.sub (local.get $count) (i32.const 4)))))
        (local.set $lows
          (f64x2.add (local.get $lows) (f64x2.promote_low_f32x4 (local.get $squares))))
        (local.set $highs
          (f64x2.add
            (local.get $highs)
            (f64x2.promote_low_f32x4
              (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
                (local.get $squares) (local.get $squares)))))
        (br $next)))

    (local.set $lows (f64x2.add (local.get $lows) (local.get $highs)))
    (f64.add
      (f64x2.extract_lane 0 (local.get $lows))
      (f64x2.extract_lane 1 (local.get $lows))))

  ;; Sets `bytes` bytes from `address` on to zero.
  (func (export "clear") (param $address i32) (param $bytes i32)
    (memory.fill (local.get $address) (i32.const 0) (local.get $bytes))))
