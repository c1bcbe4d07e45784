/// A folder that plain DJL loads. It holds the ONNX model, as DJL runs ONNX in ONNX Runtime on every system, while a
/// TorchScript archive needs PyTorch's library of 100 to 450 MB beside it and cannot be proven without starting one.
///
/// Imports what [org.lamina.export] may, and its `onnx`. Runs on the caller's thread, never on the FX thread.
@NullMarked
package org.lamina.export.djl;

import org.jspecify.annotations.NullMarked;
