using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Sequences;

/// <summary>Steps of gradient descent, compared with PyTorch's losses.</summary>
internal static class Training
{
    public static void AssertLosses(double[] expected, nn.Module module, float rate, Func<Tensor> lossOf)
    {
        for (int step = 0; step < expected.Length; step++)
        {
            Tensor loss = lossOf();
            module.zero_grad();
            loss.backward();
            using (no_grad())
            {
                foreach (TorchSharp.Modules.Parameter parameter in module.parameters())
                {
                    Copies.Into(parameter, parameter - parameter.grad! * rate);
                }
            }
            // A wrong mask would change the first digits.
            Assert.Equal(expected[step], SequenceCase.Numbers(loss)[0], 2e-6 * (1 + expected[step]));
        }
    }
}
