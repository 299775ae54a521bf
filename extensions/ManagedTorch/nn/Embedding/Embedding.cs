using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that looks up a learned vector for each whole number below
            /// <paramref name="num_embeddings"/>.</summary>
            /// <param name="num_embeddings">Number of vectors.</param> <param name="embedding_dims">Their size.</param>
            /// <param name="padding_idx">A number whose vector is 0 and stays; below 0 from the end.</param>
            /// <param name="max_norm">Vectors that are used are shortened to this length.</param> <param name="norm_type">The
            /// norm of that.</param>
            /// <param name="scale_grad_by_freq">Whether gradients are divided by how often a number occurs.</param>
            /// <param name="sparse">Changes nothing: gradients are dense.</param>
            /// <param name="device">Where it lies.</param> <param name="dtype">The type.</param>
            public static Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null,
                    double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
                new(num_embeddings, embedding_dims, padding_idx, max_norm, norm_type, scale_grad_by_freq, device, dtype);

            /// <summary>A layer that looks up the rows of a given table, which by default stay as they are.</summary>
            /// <exception cref="ArgumentException">Not a table.</exception>
            public static Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
                new(embeddings.to(dtype ?? embeddings.dtype), freeze, padding_idx, max_norm, norm_type, scale_grad_by_freq);

            public static partial class functional
            {
                /// <summary>Whole numbers as vectors of zeros with a 1 at the number: (…) to (…, num_classes), int64.</summary>
                /// <param name="x">Numbers from 0, int64.</param> <param name="num_classes">How many there are; -1: the largest +
                /// 1.</param>
                /// <exception cref="ArgumentException">A number is below 0 or not below num_classes.</exception>
                public static Tensor one_hot(Tensor x, long num_classes = -1) => Counting.OneHot(x, num_classes);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Looks up a vector for each whole number.</summary>
    public sealed class Embedding : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        private readonly long _padding;
        private readonly double? _longest;
        private readonly double _norm;
        private readonly bool _byFrequency;

        internal Embedding(
            long count, long size, long? padding, double? longest, double norm, bool byFrequency, torch.Device? device,
            torch.ScalarType? dtype)
            : this(torch.empty(count, size, dtype, device), freeze: false, padding, longest, norm, byFrequency)
        {
            torch.nn.init.normal_(_weight!);
            if (_padding >= 0)
            {
                using IDisposable off = torch.no_grad();
                Views.Select(_weight!, 0, _padding).zero_();
            }
        }

        internal Embedding(torch.Tensor table, bool freeze, long? padding, double? longest, double norm, bool byFrequency)
            : base(nameof(Embedding))
        {
            _padding = EmbeddingTables.PaddingRow(table, padding);
            _longest = longest;
            _norm = norm;
            _byFrequency = byFrequency;
            _weight = new Parameter(table, !freeze);
            RegisterComponents();
        }

        /// <summary>The table, a row for each number.</summary>
        public Parameter? weight
        {
            get => _weight;
            set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
        }

        /// <summary>The vectors of whole numbers (…): (…, embedding_dims).</summary>
        /// <exception cref="ArgumentException">Not whole numbers.</exception>
        /// <exception cref="ArgumentOutOfRangeException">A number is below 0 or beyond the table.</exception>
        public override torch.Tensor forward(torch.Tensor input) =>
            EmbeddingTables.LookUp(_weight!, input, _padding, _longest, _norm, _byFrequency);
    }
}
