package org.lamina.study;

import java.util.List;
import org.lamina.graph.NodeId;
import org.lamina.study.UnitResponse.Feeder;
import org.lamina.tensor.Tensor;

/// What the units of each depth have learnt to see: their most exciting training patches, what kind of feature that is,
/// and which units before feed them.
///
/// @param category index of a class whose units are wanted; -1 for all
/// @param units wanted of each depth
/// @param megabytes that the patches take at most
public record Hierarchy(int category, int units, int megabytes) implements Question {

    /// For all classes.
    public static final int ALL = -1;
    /// Patches of a unit.
    public static final int PATCHES = 9;

    public long bytes() {
        return megabytes * 1_000_000L;
    }

    /// @param pictures that the patches were chosen from
    public record Found(int pictures, List<Stage> stages) implements Finding {
        public Found {
            stages = List.copyOf(stages);
        }
    }

    /// One depth.
    ///
    /// @param weighted the layer of weights
    /// @param node what it gives in the end, behind its activation
    /// @param field rows and columns of the picture that a number in the middle is computed from
    /// @param selectivity mean over all its units that enough pictures excite, not only those shown, 0…1
    /// @param simple share of all its units tagged as edge or blob, 0…1
    /// @param features the strongest first
    public record Stage(NodeId weighted, NodeId node, int[] field, double selectivity, double simple,
            List<Feature> features) {
        public Stage {
            features = List.copyOf(features);
        }
    }

    /// One unit.
    ///
    /// @param selectivity for its favourite class, (most − rest) / (most + rest) of its mean responses, 0…1 (Morcos et al.,
    ///     2018)
    /// @param favourite the class it responds most to; -1 where there are no classes
    public record Feature(Unit unit, List<Patch> patches, double selectivity, int favourite, Tag tag,
            List<Feeder> feeders) {
        public Feature {
            patches = List.copyOf(patches);
            feeders = List.copyOf(feeders);
        }
    }

    /// A part of a training sample that excites a unit, as large as its receptive field there.
    ///
    /// @param pixels channels first
    /// @param sample index into the training samples
    public record Patch(Tensor pixels, int sample, float response) {}

    /// What kind of feature a unit is.
    ///
    /// @param rule the measured numbers that say so, in words
    public record Tag(Kind kind, String words, String rule) {}

    /// From simple to whole.
    public enum Kind {
        EDGE,
        BLOB,
        CORNER,
        TEXTURE,
        PART,
        OBJECT,
        CLASS,
        SILENT;

        public boolean isSimple() {
            return this == EDGE || this == BLOB;
        }
    }
}
