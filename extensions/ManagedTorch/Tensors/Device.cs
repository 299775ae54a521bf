using System.Globalization;

namespace TorchSharp;

/// <summary>Kinds of device, with PyTorch's numbers. The engine computes on the CPU only.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>A GPU; only there so that programs can ask for it and be told that there is none.</summary>
    CUDA = 1,
}

public static partial class torch
{
    /// <summary>The processor, the one device of this engine.</summary>
    public static readonly Device CPU = new(DeviceType.CPU, -1);

    /// <summary>The first GPU; this engine has none, so moving a tensor there throws.</summary>
    public static Device CUDA => new(DeviceType.CUDA, -1);

    /// <summary>A device by name: "cpu", "cuda", "cuda:0".</summary>
    /// <exception cref="ArgumentException">Not a device name.</exception>
    public static Device device(string description) => new(description);

    /// <summary>The GPU with that number.</summary>
    public static Device device(int index) => new(index);

    /// <summary>Where tensors live and are computed.</summary>
    public class Device
    {
        /// <summary>A device by name: "cpu", "cuda", "cuda:0".</summary>
        /// <exception cref="ArgumentException">Not a device name.</exception>
        public Device(string description)
        {
            string[] parts = description.Split(':');
            type = parts[0] switch
            {
                "cpu" => DeviceType.CPU,
                "cuda" => DeviceType.CUDA,
                _ => throw new ArgumentException($"Invalid device name '{description}': expected cpu, cuda or cuda:N."),
            };
            index = parts.Length < 2 ? -1
                : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                    && parts.Length == 2 ? number
                : throw new ArgumentException($"Invalid device name '{description}': expected cpu, cuda or cuda:N.");
        }

        /// <summary>A device by kind and number.</summary>
        public Device(string deviceType, int index = -1) : this(deviceType)
        {
            this.index = index;
        }

        /// <summary>A device by kind and number; -1 is the current one.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>The GPU with that number.</summary>
        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>Its kind.</summary>
        public DeviceType type { get; }

        /// <summary>Its number among those of its kind, or -1.</summary>
        public int index { get; }

        /// <summary>A device by name.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <summary>"cpu" or "cuda:0".</summary>
        public override string ToString() => type == DeviceType.CPU ? "cpu" : index < 0 ? "cuda" : string.Create(
            CultureInfo.InvariantCulture,
            $"cuda:{index}");

        /// <summary>Refuses any device but the CPU.</summary>
        internal static void Check(Device? device)
        {
            if (device is not null && device.type != DeviceType.CPU)
            {
                throw new NotSupportedException(
                    $"Device {device} is not there: this engine computes on the CPU. Ask torch.cuda.is_available() first, "
                    + "or build with -p:TorchBackend=TorchSharp for a GPU.");
            }
        }
    }

    /// <summary>Questions about GPUs; this engine has none.</summary>
    public static partial class cuda
    {
        /// <summary>Whether a GPU can be used: false.</summary>
        public static bool is_available() => false;
    }
}
