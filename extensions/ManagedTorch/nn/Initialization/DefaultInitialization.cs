using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>How PyTorch begins the weights of dense and convolutional layers: U(-1/√fan, 1/√fan), fan the inputs of a
/// unit.</summary>
internal static class DefaultInitialization
{
    /// <summary>Draws the weight, then the bias if there is one.</summary>
    public static void Reset(Parameter weight, Parameter? bias)
    {
        if (weight.Elements == 0)
        {
            return;
        }
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is not null)
        {
            (long fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
            double bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
            nn.init.uniform_(bias, -bound, bound);
        }
    }
}
