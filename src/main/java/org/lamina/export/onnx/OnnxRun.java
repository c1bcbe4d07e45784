package org.lamina.export.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.lamina.tensor.Tensor;

/// Runs a model file in ONNX Runtime on one CPU thread.
final class OnnxRun {

    private OnnxRun() {}

    /// The model's outputs by name.
    ///
    /// @param inputs by name
    static Map<String, Tensor> answers(Path file, Map<String, Tensor> inputs) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            try (OrtSession session = environment.createSession(file.toString(), options)) {
                return run(environment, session, inputs);
            }
        }
    }

    private static Map<String, Tensor> run(OrtEnvironment environment, OrtSession session,
            Map<String, Tensor> inputs)
            throws OrtException {
        Map<String, OnnxTensor> arriving = new LinkedHashMap<>();
        try {
            for (NodeInfo input : session.getInputInfo().values())
                arriving.put(input.getName(), tensor(environment,
                        Objects.requireNonNull(inputs.get(input.getName())), (TensorInfo) input.getInfo()));
            Map<String, Tensor> answers = new LinkedHashMap<>();
            try (OrtSession.Result result = session.run(arriving)) {
                for (Map.Entry<String, ?> output : result)
                    answers.put(output.getKey(), tensor((OnnxTensor) output.getValue()));
            }
            return answers;
        } finally {
            arriving.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(OrtEnvironment environment, Tensor tensor, TensorInfo info) throws OrtException {
        long[] sizes = Arrays.stream(tensor.sizes()).asLongStream().toArray();
        if (info.type != OnnxJavaType.INT64)
            return OnnxTensor.createTensor(environment, FloatBuffer.wrap(tensor.values()), sizes);
        LongBuffer whole = LongBuffer.allocate(tensor.values().length);
        for (float value : tensor.values())
            whole.put((long) value);
        return OnnxTensor.createTensor(environment, whole.flip(), sizes);
    }

    private static Tensor tensor(OnnxTensor answer) {
        FloatBuffer buffer = answer.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        int[] sizes = Arrays.stream(answer.getInfo().getShape()).mapToInt(Math::toIntExact).toArray();
        return new Tensor(sizes, values);
    }
}
