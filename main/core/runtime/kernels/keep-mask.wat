;; Dropout keep-masks: Philox-4x32-10 (source: base/philox.ts) on four counters at a time. The
;; plain twins and the order of the elements are in keep-mask.ts.
(module
  ;; Shared: threads draw pieces of the masks.
  (import "engine" "memory" (memory 1 65536 shared))

  ;; A mask has `groups` groups of 32 elements of 0 (drop) or 1 (keep) from `address` on: one per
  ;; byte, or, where `asBits` is not 0, one per bit, the lowest first. A 16-bit draw keeps its
  ;; element when it is at least `threshold`. Written is one of `pieces` pieces of it, which are as
  ;; long as each other but for one group.
  (func (export "keepMask")
    (param $piece i32) (param $pieces i32)
    (param $address i32) (param $groups i32) (param $asBits i32) (param $threshold i32)
    (param $key0 i32) (param $key1 i32)
    (param $site i32) (param $stepLow i32) (param $stepHigh i32)

    (local $first i32) (local $remaining i32) (local $round i32)
    (local $blocks v128) (local $thresholds v128) (local $multiplier0 v128) (local $multiplier1 v128)
    (local $c0 v128) (local $c1 v128) (local $c2 v128) (local $c3 v128)
    (local $k0 v128) (local $k1 v128)
    (local $low v128) (local $high v128) (local $high0 v128) (local $low0 v128) (local $low1 v128)
    (local $weyl0 v128) (local $weyl1 v128)

    (local.set $first
      (i32.div_u (i32.mul (local.get $piece) (local.get $groups)) (local.get $pieces)))
    (local.set $remaining
      (i32.sub
        (i32.div_u
          (i32.mul (i32.add (local.get $piece) (i32.const 1)) (local.get $groups))
          (local.get $pieces))
        (local.get $first)))
    (local.set $address
      (i32.add
        (local.get $address)
        (i32.mul
          (local.get $first)
          (select (i32.const 4) (i32.const 32) (local.get $asBits)))))
    ;; Four blocks to a group.
    (local.set $blocks
      (i32x4.add
        (v128.const i32x4 0 1 2 3)
        (i32x4.splat (i32.shl (local.get $first) (i32.const 2)))))
    (local.set $thresholds (i16x8.splat (local.get $threshold)))
    (local.set $weyl0 (i32x4.splat (i32.const 0x9e3779b9)))
    (local.set $weyl1 (i32x4.splat (i32.const 0xbb67ae85)))
    (local.set $multiplier0 (i32x4.splat (i32.const 0xd2511f53)))
    (local.set $multiplier1 (i32x4.splat (i32.const 0xcd9e8d57)))

    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $remaining)))
        (local.set $c0 (local.get $blocks))
        (local.set $c1 (i32x4.splat (local.get $site)))
        (local.set $c2 (i32x4.splat (local.get $stepLow)))
        (local.set $c3 (i32x4.splat (local.get $stepHigh)))
        (local.set $k0 (i32x4.splat (local.get $key0)))
        (local.set $k1 (i32x4.splat (local.get $key1)))
        (local.set $round (i32.const 10))

        (loop $again
          ;; The upper halves of the 64-bit products of multiplier 0 and c0, gathered by a shuffle.
          (local.set $low (i64x2.extmul_low_i32x4_u (local.get $c0) (local.get $multiplier0)))
          (local.set $high (i64x2.extmul_high_i32x4_u (local.get $c0) (local.get $multiplier0)))
          (local.set $low0 (i32x4.mul (local.get $c0) (local.get $multiplier0)))
          (local.set $high0
            (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31
              (local.get $low) (local.get $high)))
          ;; The same for multiplier 1 and c2.
          (local.set $low (i64x2.extmul_low_i32x4_u (local.get $c2) (local.get $multiplier1)))
          (local.set $high (i64x2.extmul_high_i32x4_u (local.get $c2) (local.get $multiplier1)))
          (local.set $low1 (i32x4.mul (local.get $c2) (local.get $multiplier1)))
          ;; c0 = high1 ^ c1 ^ k0, c1 = low1
          (local.set $c0
            (v128.xor
              (v128.xor
                (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31
                  (local.get $low) (local.get $high))
                (local.get $c1))
              (local.get $k0)))
          (local.set $c1 (local.get $low1))
          ;; c2 = high0 ^ c3 ^ k1, c3 = low0
          (local.set $c2
            (v128.xor (v128.xor (local.get $high0) (local.get $c3)) (local.get $k1)))
          (local.set $c3 (local.get $low0))
          ;; The keys of the next round (Weyl sequences).
          (local.set $k0 (i32x4.add (local.get $k0) (local.get $weyl0)))
          (local.set $k1 (i32x4.add (local.get $k1) (local.get $weyl1)))
          (br_if $again (local.tee $round (i32.sub (local.get $round) (i32.const 1)))))

        ;; 16-bit lanes become −1 (keep) or 0; two vectors are narrowed to bytes.
        (local.set $low
          (i8x16.narrow_i16x8_s
            (i16x8.ge_u (local.get $c0) (local.get $thresholds))
            (i16x8.ge_u (local.get $c1) (local.get $thresholds))))
        (local.set $high
          (i8x16.narrow_i16x8_s
            (i16x8.ge_u (local.get $c2) (local.get $thresholds))
            (i16x8.ge_u (local.get $c3) (local.get $thresholds))))
        (if (local.get $asBits)
          (then
            (i32.store (local.get $address)
              (i32.or
                (i8x16.bitmask (local.get $low))
                (i32.shl (i8x16.bitmask (local.get $high)) (i32.const 16))))
            (local.set $address (i32.add (local.get $address) (i32.const 4))))
          (else
            (v128.store (local.get $address) (i8x16.neg (local.get $low)))
            (v128.store offset=16 (local.get $address) (i8x16.neg (local.get $high)))
            (local.set $address (i32.add (local.get $address) (i32.const 32)))))

        (local.set $blocks (i32x4.add (local.get $blocks) (i32x4.splat (i32.const 4))))
        (local.set $remaining (i32.sub (local.get $remaining) (i32.const 1)))
        (br $next)))))
