namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Several schedulers at once.</summary>
            /// <param name="schedulers">All of the same optimiser.</param>
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => new impl.ChainedLR(schedulers);

            /// <summary>Multiplies the rate by gamma every step_size epochs.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="step_size">Epochs between changes.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler StepLR(
                Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            /// <summary>Multiplies the rate by gamma at each milestone.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="milestones">Epochs, ascending.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler MultiStepLR(
                Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            /// <summary>Multiplies the rate by gamma every epoch.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler ExponentialLR(
                Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.ExponentialLR(optimizer, gamma, last_epoch, verbose);

            /// <summary>Multiplies the rate by a factor until total_iters.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="factor">The factor.</param>
            /// <param name="total_iters">Epochs until the rate is whole again.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler ConstantLR(
                Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1,
                bool verbose = false) =>
                new impl.ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);

            /// <summary>Goes from start_factor to end_factor of the rate in equal steps.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="start_factor">The first factor.</param>
            /// <param name="end_factor">The last factor.</param>
            /// <param name="total_iters">Epochs between the two.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler LinearLR(
                Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5,
                int last_epoch = -1, bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);

            /// <summary>Falls to 0 as (1 - epoch / total_iters)^power.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="total_iters">Epochs until 0.</param>
            /// <param name="power">The power.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler PolynomialLR(
                Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false) =>
                new impl.PolynomialLR(optimizer, total_iters, power, last_epoch, verbose);

            /// <summary>Falls along half a cosine from the rate to eta_min in T_max epochs.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="T_max">Epochs of half a period.</param>
            /// <param name="eta_min">The lowest rate.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            /// <summary>Multiplies the first rate by a function of the epoch.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="lr_lambda">The factor of an epoch.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler LambdaLR(
                Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>Multiplies the rate by a function of the epoch, every epoch.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="lr_lambda">The factor of an epoch.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler MultiplicativeLR(
                Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiplicativeLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>Up and down between two rates, again and again; to be stepped per batch.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="base_lr">The lowest rate.</param>
            /// <param name="max_lr">The highest rate.</param>
            /// <param name="step_size_up">Steps up.</param>
            /// <param name="step_size_down">Steps down; -1 for as many as up.</param>
            /// <param name="mode">How the height of the cycles changes.</param>
            /// <param name="gamma">The base for ExpRange.</param>
            /// <param name="scale_fn">The height of a cycle; overrides mode.</param>
            /// <param name="scale_mode">What scale_fn is called with.</param>
            /// <param name="cycle_momentum">Whether the momentum goes down when the rate goes up.</param>
            /// <param name="base_momentum">The lowest momentum.</param>
            /// <param name="max_momentum">The highest momentum.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0,
                Func<double, double>? scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle,
                bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1,
                bool verbose = false) =>
                new impl.CyclicLR(
                    optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode,
                    cycle_momentum, base_momentum, max_momentum, last_epoch, verbose);

            /// <summary>Up and down between two rates by group, again and again; to be stepped per batch.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="base_lr">The lowest rate.</param>
            /// <param name="max_lr">The highest rate.</param>
            /// <param name="step_size_up">Steps up.</param>
            /// <param name="step_size_down">Steps down; -1 for as many as up.</param>
            /// <param name="mode">How the height of the cycles changes.</param>
            /// <param name="gamma">The base for ExpRange.</param>
            /// <param name="scale_fn">The height of a cycle; overrides mode.</param>
            /// <param name="scale_mode">What scale_fn is called with.</param>
            /// <param name="cycle_momentum">Whether the momentum goes down when the rate goes up.</param>
            /// <param name="base_momentum">The lowest momentum.</param>
            /// <param name="max_momentum">The highest momentum.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1.0,
                Func<double, double>? scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(
                    optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode,
                    cycle_momentum, base_momentum, max_momentum, last_epoch, verbose);

            /// <summary>Up to max_lr and far down again, once; to be stepped per batch.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="max_lr">The highest rate.</param>
            /// <param name="total_steps">Steps of the cycle.</param>
            /// <param name="epochs">Epochs, if total_steps is not given.</param>
            /// <param name="steps_per_epoch">Steps of an epoch, if total_steps is not given.</param>
            /// <param name="pct_start">The share of the cycle that goes up.</param>
            /// <param name="anneal_strategy">The form of the slopes.</param>
            /// <param name="cycle_momentum">Whether the momentum goes down when the rate goes up.</param>
            /// <param name="base_momentum">The lowest momentum.</param>
            /// <param name="max_momentum">The highest momentum.</param>
            /// <param name="div_factor">max_lr over the first rate.</param>
            /// <param name="final_div_factor">The first rate over the last.</param>
            /// <param name="three_phase">Whether it goes down to the first rate before it goes to the last.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25,
                double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                    base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <summary>Up to max_lr by group and far down again, once; to be stepped per batch.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="max_lr">The highest rate.</param>
            /// <param name="total_steps">Steps of the cycle.</param>
            /// <param name="epochs">Epochs, if total_steps is not given.</param>
            /// <param name="steps_per_epoch">Steps of an epoch, if total_steps is not given.</param>
            /// <param name="pct_start">The share of the cycle that goes up.</param>
            /// <param name="anneal_strategy">The form of the slopes.</param>
            /// <param name="cycle_momentum">Whether the momentum goes down when the rate goes up.</param>
            /// <param name="base_momentum">The lowest momentum.</param>
            /// <param name="max_momentum">The highest momentum.</param>
            /// <param name="div_factor">max_lr over the first rate.</param>
            /// <param name="final_div_factor">The first rate over the last.</param>
            /// <param name="three_phase">Whether it goes down to the first rate before it goes to the last.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1,
                int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1e4,
                bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                    base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <summary>Multiplies the rate by a factor when a measured number has stopped to improve; call
            /// step(value).</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="mode">"min" if lower is better, or "max".</param>
            /// <param name="factor">The factor, below 1.</param>
            /// <param name="patience">Epochs without improvement that are forgiven.</param>
            /// <param name="threshold">By how much a value must be better.</param>
            /// <param name="threshold_mode">Whether the threshold is relative ("rel") or not ("abs").</param>
            /// <param name="cooldown">Epochs to wait after a change.</param>
            /// <param name="min_lr">The lowest rates.</param>
            /// <param name="eps">Smaller changes are left out.</param>
            /// <param name="verbose">Whether to print each change.</param>
            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8,
                bool verbose = false) =>
                new impl.ReduceLROnPlateau(
                    optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);

            /// <summary>Several schedulers, one after another.</summary>
            /// <param name="optimizer">Whose rates to change.</param>
            /// <param name="schedulers">The schedulers.</param>
            /// <param name="milestones">The epochs at which the next takes over.</param>
            /// <param name="last_epoch">-1 to begin.</param>
            public static LRScheduler SequentialLR(
                Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones,
                int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers, milestones, last_epoch);
        }
    }
}
