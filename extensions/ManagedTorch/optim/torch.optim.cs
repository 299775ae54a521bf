using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Stochastic gradient descent with momentum: b = momentum·b + (1 - dampening)·g, p -= lr·b.</summary>
        /// <param name="parameters">What to learn.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">Share of the last step.</param>
        /// <param name="dampening">What is taken off the gradient's share.</param>
        /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
        /// <param name="nesterov">Looks ahead along the momentum.</param>
        /// <param name="maximize">Climbs instead.</param>
        public static SGD SGD(
            IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent with momentum: b = momentum·b + (1 - dampening)·g, p -= lr·b.</summary>
        /// <param name="parameters">What to learn, as named_parameters() gives it.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">Share of the last step.</param>
        /// <param name="dampening">What is taken off the gradient's share.</param>
        /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
        /// <param name="nesterov">Looks ahead along the momentum.</param>
        /// <param name="maximize">Climbs instead.</param>
        public static SGD SGD(
            IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0,
            double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters.Select(static entry => entry.parameter), learningRate, momentum, dampening, weight_decay,
                nesterov, maximize);

        /// <summary>Stochastic gradient descent with momentum: b = momentum·b + (1 - dampening)·g, p -= lr·b.</summary>
        /// <param name="parameters">Groups with settings of their own.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">Share of the last step.</param>
        /// <param name="dampening">What is taken off the gradient's share.</param>
        /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
        /// <param name="nesterov">Looks ahead along the momentum.</param>
        /// <param name="maximize">Climbs instead.</param>
        public static SGD SGD(
            IEnumerable<Modules.SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Adam (Kingma and Ba, arXiv:1412.6980): p -= lr·m̂ / (√v̂ + eps).</summary>
        /// <param name="parameters">What to learn.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">Decay of the mean of gradients.</param>
        /// <param name="beta2">Decay of the mean of squares.</param>
        /// <param name="eps">Added to the denominator.</param>
        /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
        /// <param name="amsgrad">Divides by the largest mean of squares so far.</param>
        /// <param name="maximize">Climbs instead.</param>
        public static Adam Adam(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam (Kingma and Ba, arXiv:1412.6980): p -= lr·m̂ / (√v̂ + eps).</summary>
        /// <param name="parameters">What to learn, as named_parameters() gives it.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">Decay of the mean of gradients.</param>
        /// <param name="beta2">Decay of the mean of squares.</param>
        /// <param name="eps">Added to the denominator.</param>
        /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
        /// <param name="amsgrad">Divides by the largest mean of squares so far.</param>
        /// <param name="maximize">Climbs instead.</param>
        public static Adam Adam(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9,
            double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters.Select(static entry => entry.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam (Kingma and Ba, arXiv:1412.6980): p -= lr·m̂ / (√v̂ + eps).</summary>
        /// <param name="parameters">Groups with settings of their own.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">Decay of the mean of gradients.</param>
        /// <param name="beta2">Decay of the mean of squares.</param>
        /// <param name="eps">Added to the denominator.</param>
        /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
        /// <param name="amsgrad">Divides by the largest mean of squares so far.</param>
        /// <param name="maximize">Climbs instead.</param>
        public static Adam Adam(
            IEnumerable<Modules.Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, arXiv:1711.05101).</summary>
        /// <param name="parameters">What to learn.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">Decay of the mean of gradients.</param>
        /// <param name="beta2">Decay of the mean of squares.</param>
        /// <param name="eps">Added to the denominator.</param>
        /// <param name="weight_decay">Times lr times the parameter, taken off the parameter.</param>
        /// <param name="amsgrad">Divides by the largest mean of squares so far.</param>
        /// <param name="maximize">Climbs instead.</param>
        public static AdamW AdamW(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, arXiv:1711.05101).</summary>
        /// <param name="parameters">What to learn, as named_parameters() gives it.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">Decay of the mean of gradients.</param>
        /// <param name="beta2">Decay of the mean of squares.</param>
        /// <param name="eps">Added to the denominator.</param>
        /// <param name="weight_decay">Times lr times the parameter, taken off the parameter.</param>
        /// <param name="amsgrad">Divides by the largest mean of squares so far.</param>
        /// <param name="maximize">Climbs instead.</param>
        public static AdamW AdamW(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9,
            double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters.Select(static entry => entry.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, arXiv:1711.05101).</summary>
        /// <param name="parameters">Groups with settings of their own.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">Decay of the mean of gradients.</param>
        /// <param name="beta2">Decay of the mean of squares.</param>
        /// <param name="eps">Added to the denominator.</param>
        /// <param name="weight_decay">Times lr times the parameter, taken off the parameter.</param>
        /// <param name="amsgrad">Divides by the largest mean of squares so far.</param>
        /// <param name="maximize">Climbs instead.</param>
        public static AdamW AdamW(
            IEnumerable<Modules.AdamW.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>RMSProp: v = alpha·v + (1 - alpha)·g², p -= lr·g / (√v + eps).</summary>
        /// <param name="parameters">What to learn.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="alpha">Decay of the mean of squares.</param>
        /// <param name="eps">Added to the denominator.</param>
        /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
        /// <param name="momentum">Share of the last step.</param>
        /// <param name="centered">Takes the squared mean off the mean of squares.</param>
        /// <param name="maximize">Climbs instead.</param>
        public static RMSProp RMSProp(
            IEnumerable<Parameter> parameters, double lr = 1e-2, double alpha = 0.99, double eps = 1e-8,
            double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
            new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>RMSProp: v = alpha·v + (1 - alpha)·g², p -= lr·g / (√v + eps).</summary>
        /// <param name="parameters">What to learn, as named_parameters() gives it.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="alpha">Decay of the mean of squares.</param>
        /// <param name="eps">Added to the denominator.</param>
        /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
        /// <param name="momentum">Share of the last step.</param>
        /// <param name="centered">Takes the squared mean off the mean of squares.</param>
        /// <param name="maximize">Climbs instead.</param>
        public static RMSProp RMSProp(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-2, double alpha = 0.99,
            double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
            new(parameters.Select(static entry => entry.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>RMSProp: v = alpha·v + (1 - alpha)·g², p -= lr·g / (√v + eps).</summary>
        /// <param name="parameters">Groups with settings of their own.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="alpha">Decay of the mean of squares.</param>
        /// <param name="eps">Added to the denominator.</param>
        /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
        /// <param name="momentum">Share of the last step.</param>
        /// <param name="centered">Takes the squared mean off the mean of squares.</param>
        /// <param name="maximize">Climbs instead.</param>
        public static RMSProp RMSProp(
            IEnumerable<Modules.RMSProp.ParamGroup> parameters, double lr = 1e-2, double alpha = 0.99, double eps = 1e-8,
            double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
            new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>Adagrad: s += g², p -= lr / (1 + (t - 1)·lr_decay)·g / (√s + eps).</summary>
        /// <param name="parameters">What to learn.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="lr_decay">How the rate falls with steps.</param>
        /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
        /// <param name="initial_accumulator_value">What the sum of squares starts with.</param>
        /// <param name="eps">Added to the denominator.</param>
        public static Adagrad Adagrad(
            IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
            double initial_accumulator_value = 0, double eps = 1e-10) =>
            new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);

        /// <summary>Adagrad: s += g², p -= lr / (1 + (t - 1)·lr_decay)·g / (√s + eps).</summary>
        /// <param name="parameters">What to learn, as named_parameters() gives it.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="lr_decay">How the rate falls with steps.</param>
        /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
        /// <param name="initial_accumulator_value">What the sum of squares starts with.</param>
        /// <param name="eps">Added to the denominator.</param>
        public static Adagrad Adagrad(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-2, double lr_decay = 0,
            double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) =>
            new(parameters.Select(static entry => entry.parameter), lr, lr_decay, weight_decay, initial_accumulator_value, eps);

        /// <summary>Adagrad: s += g², p -= lr / (1 + (t - 1)·lr_decay)·g / (√s + eps).</summary>
        /// <param name="parameters">Groups with settings of their own.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="lr_decay">How the rate falls with steps.</param>
        /// <param name="weight_decay">Times the parameter, added to the gradient.</param>
        /// <param name="initial_accumulator_value">What the sum of squares starts with.</param>
        /// <param name="eps">Added to the denominator.</param>
        public static Adagrad Adagrad(
            IEnumerable<Modules.Adagrad.ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0,
            double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) =>
            new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);
    }
}
