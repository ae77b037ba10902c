;; The traffic of an AdamW update without its arithmetic: reads four arrays, writes three of them
;; back as they were. As main/core/runtime/kernels/adamw.wat in everything else.
(module
  (import "engine" "memory" (memory 1 65536 shared))

  ;; Byte addresses of four arrays of `count` float32; `count` is a multiple of 4.
  (func (export "pass")
    (param $weights i32) (param $first i32) (param $second i32) (param $gradients i32)
    (param $count i32)

    (local $remaining i32) (local $none v128) (local $g v128)
    (local.set $remaining (local.get $count))

    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $remaining)))
        ;; Nothing of it, but the compiler does not know that.
        (local.set $g (v128.and (v128.load (local.get $gradients)) (local.get $none)))
        (v128.store (local.get $first)
          (v128.or (v128.load (local.get $first)) (local.get $g)))
        (v128.store (local.get $second)
          (v128.or (v128.load (local.get $second)) (local.get $g)))
        (v128.store (local.get $weights)
          (v128.or (v128.load (local.get $weights)) (local.get $g)))
        (local.set $weights (i32.add (local.get $weights) (i32.const 16)))
        (local.set $first (i32.add (local.get $first) (i32.const 16)))
        (local.set $second (i32.add (local.get $second) (i32.const 16)))
        (local.set $gradients (i32.add (local.get $gradients) (i32.const 16)))
        (local.set $remaining (i32.sub (local.get $remaining) (i32.const 4)))
        (br $next)))))
