package org.lamina.project;

import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Real;

/// How the network is trained. A record with annotated parameters like a layer's, so that its form, file entry and
/// range checks are derived.
public record Plan(
        @Help("**Classification** learns to name one of several classes (softmax cross-entropy on logits). "
                + "**Regression** learns to predict numbers (mean squared error). "
                + "**Next token** learns which token follows at every place of a text (softmax cross-entropy). "
                + "**Reconstruction** learns to give back the sample itself, through a narrow middle (autoencoder, mean squared error). "
                + "**Adversarial** trains a generator against a discriminator that meet in a Real or generated layer (GAN); "
                + "its loss and accuracy are the discriminator's: 0.69 and 50 % where it cannot tell any more.") Task task,
        @Help("**Usual** is the task's own. **Binary cross-entropy** takes each number of the answer for a yes-or-no question of its own "
                + "(the loss applies the sigmoid itself): a network that tells two classes apart ends in one number then, and one that gives pictures back learns of each pixel how bright it is. "
                + "What is to be answered must lie between 0 and 1.") Loss loss,
        @Help("The rule that turns gradients into updates. Adam (Kingma and Ba, 2015) is a good first choice.") Optimizer optimizer,
        @Help("Size of one update. Too large diverges, too small crawls.") @Real(min = 1e-8, max = 10, soft = 1, log = true) double learningRate,
        @Help("Share of the last update that SGD keeps. Adam ignores it.") @Real(min = 0, max = 0.9999, soft = 0.99) double momentum,
        @Help("Share of the mean of past gradients that Adam keeps in each update, β₁ in its paper. Networks trained against each other (GAN) often do better with 0.5 (Radford et al., 2015). SGD ignores it.") @Real(min = 0, max = 0.9999, soft = 0.99) double beta1,
        @Help("Share of the mean of past squared gradients that Adam keeps in each update, β₂ in its paper. SGD ignores it.") @Real(min = 0, max = 0.99999, soft = 0.9999) double beta2,
        @Help("How strongly weights are pulled to zero. AdamW pulls apart from the gradient (Loshchilov and Hutter, 2019).") @Real(min = 0, max = 1, soft = 0.1) double weightDecay,
        @Help("Length (L2 norm) to which the gradient of all parameters together is shortened where it is longer, so that no batch throws the weights far off (Pascanu et al., 2013). Transformers and recurrent networks are often trained with 1. At 0 it is left as it is.") @Real(min = 0, max = 1e6, soft = 10) double gradientLimit,
        @Help("Samples per update.") @Int(min = 1, max = 65_536, soft = 512, unit = "samples") int batchSize,
        @Help("How often the whole training set is seen.") @Int(min = 1, max = 100_000, soft = 100, unit = "epochs") int epochs,
        @Help("Share of the samples kept apart to see how well the network does on what it has not learnt. "
                + "A set that comes with its own test samples uses those.") @Real(min = 0.01, max = 0.9, soft = 0.5) double validation,
        @Help("The same seed gives the same split, the same initial weights and the same run on the CPU.") @Int(min = 0, max = Integer.MAX_VALUE, soft = 1000) int seed) {

    public Plan() {
        this(Task.CLASSIFICATION, Loss.USUAL, Optimizer.ADAM, 1e-3, 0.9, 0.9, 0.999, 0, 0, 64, 10, 0.2, 1);
    }
}
