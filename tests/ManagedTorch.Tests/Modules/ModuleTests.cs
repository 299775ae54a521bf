using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Modules;

public sealed class ModuleTests
{
    private static readonly string[] Names =
    [
        "scale", "first.weight", "first.bias", "rest.0.weight", "rest.0.bias", "rest.1.weight", "rest.1.bias",
    ];

    [Fact]
    public void Fields_are_registered_under_their_names_own_parameters_first()
    {
        var net = new Net();
        Assert.Equal(Names, net.named_parameters().Select(entry => entry.name));
        Assert.Equal(["scratch", "mean"], net.named_buffers().Select(entry => entry.name).OrderByDescending(name => name));
        Assert.Equal(["first", "rest", "rest.0", "rest.1"], net.named_modules().Select(entry => entry.name));
        Assert.Equal([.. Names, "mean"], net.state_dict().Keys);
        Assert.Equal("net", net.GetName());
        Assert.True(net.has_parameter("rest.1.bias") && !net.has_parameter("rest.2.bias") && net.has_buffer("mean"));
        Assert.Same(net.get_parameter("scale"), net.parameters().First());
    }

    [Fact]
    public void A_parameter_that_two_modules_share_counts_once_and_stands_under_both_names()
    {
        var shared = new Affine(2, 2);
        Sequential net = Sequential(("a", shared), ("b", new Affine(2, 2)), ("c", shared));
        Assert.Equal(4, net.parameters().Count());
        Assert.Equal(["a.weight", "a.bias", "b.weight", "b.bias", "c.weight", "c.bias"], net.state_dict().Keys);
    }

    [Fact]
    public void Training_mode_reaches_all_modules_and_apply_goes_inside_out()
    {
        var net = new Net();
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
        net.train();
        Assert.All(net.modules(), module => Assert.True(module.training));
        var order = new List<string>();
        net.apply(module => order.Add(module.GetName()));
        Assert.Equal(["Affine", "Affine", "Affine", "ModuleList", "net"], order);
    }

    [Fact]
    public void An_error_in_a_layer_names_its_path_and_keeps_type_message_and_stack()
    {
        var net = new Net();
        ArgumentException error = Assert.Throws<ArgumentException>(() => net.call(zeros(2, 5)));
        Assert.StartsWith("in net: ", error.Message);
        Sequential outer = Sequential(("encoder", Sequential(new Affine(3, 4), new Affine(5, 2))));
        error = Assert.Throws<ArgumentException>(() => outer.call(zeros(2, 3)));
        Assert.StartsWith("in Sequential.encoder.1 (Affine): linear: mat1 and mat2 shapes cannot be multiplied (input [2, 4] and "
            + "weight [2, 5]", error.Message);
        Assert.Contains(nameof(Affine.forward), error.InnerException!.StackTrace);
    }

    [Fact]
    public void Hooks_see_and_replace_input_and_output_until_removed()
    {
        var layer = new Affine(2, 2);
        int calls = 0;
        var before = layer.register_forward_pre_hook((_, x) => x * 2f);
        var after = layer.register_forward_hook((_, _, y) => y + 1f);
        var counter = layer.register_forward_hook(_ => calls++);
        Tensor input = tensor(new float[] { 1, 2 }).Reshaped(1, 2);
        float[] hooked = [.. layer.call(input).data<float>()];
        float[] plain = [.. layer.forward(input * 2f).data<float>()];
        Assert.Equal(plain.Select(y => y + 1), hooked);
        before.remove();
        after.remove();
        counter.remove();
        Assert.Equal(layer.forward(input).data<float>().ToArray(), layer.call(input).data<float>().ToArray());
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Sequential_slices_appends_and_keeps_names()
    {
        Sequential net = Sequential(("a", new Affine(2, 2)), ("b", new Affine(2, 2)));
        net.append("c", new Affine(2, 3)).append(new Affine(3, 1));
        Assert.Equal(["a", "b", "c", "3"], net.named_children().Select(entry => entry.name));
        Assert.Equal(["b", "c"], net[1..3].named_children().Select(entry => entry.name));
        Assert.Same(net[2], net[(2, null)][0]);
        Assert.Throws<InvalidOperationException>(() => net.append("a", new Affine(1, 1)));
        Tensor x = ones(1, 2);
        Assert.Equal(x.data<float>().ToArray(), Sequential().call(x).data<float>().ToArray());
    }

    [Fact]
    public void An_intermediate_that_a_hook_kept_stays_valid()
    {
        var first = Identity();
        Sequential net = Sequential(first, Identity(), Identity());
        Tensor? kept = null;
        first.register_forward_hook((_, _, y) => kept = y);
        net.call(ones(2));
        Assert.Equal([1f, 1f], kept!.data<float>().ToArray());
    }

    [Fact]
    public void Sequential_gives_intermediates_of_the_engines_layers_back()
    {
        Sequential net = Sequential(Identity(), Identity(), Identity());
        using DisposeScope scope = NewDisposeScope();
        Tensor x = ones(2);
        Tensor y = net.call(x);
        Assert.Equal(2, scope.DisposablesCount);
        Assert.False(x.IsInvalid || y.IsInvalid);
    }

    [Fact]
    public void Conversion_keeps_the_parameters_themselves()
    {
        var net = new Net();
        Parameter scale = net.get_parameter("scale")!;
        Assert.Same(net, net.to(float64));
        Assert.All(net.parameters(), parameter => Assert.Equal(float64, parameter.dtype));
        Assert.Same(scale, net.get_parameter("scale"));
        Assert.Equal([1.0, 1.0], scale.data<double>().ToArray());
        Assert.Throws<ArgumentException>(() => net.to(int64));
        Assert.Throws<NotSupportedException>(() => net.cuda());
    }

    [Fact]
    public void A_state_that_does_not_fit_changes_nothing_and_says_where()
    {
        Net net = new(), other = new();
        Dictionary<string, Tensor> state = other.state_dict();
        state["first.bias"] = ones(4);
        net.load_state_dict(state);
        Assert.Equal([1f, 1f, 1f, 1f], net.get_parameter("first.bias")!.data<float>().ToArray());
        state["first.bias"] = zeros(4);
        state["rest.1.bias"] = zeros(3);
        string message = Assert.Throws<ArgumentException>(() => net.load_state_dict(state)).Message;
        Assert.Contains("'rest.1.bias': expected [2], found [3]", message);
        Assert.Equal(1f, net.get_parameter("first.bias")!.data<float>()[0]);
        state.Remove("rest.1.bias");
        Assert.Throws<InvalidOperationException>(() => net.load_state_dict(state));
        (IList<string> missing, IList<string> unexpected) = net.load_state_dict(new() { ["extra"] = zeros(1) }, strict: false);
        Assert.Equal([.. Names, "mean"], missing);
        Assert.Equal(["extra"], unexpected);
    }

    [Fact]
    public void Lists_and_dictionaries_renumber_and_keep_order()
    {
        ModuleList<Affine> list = ModuleList(new Affine(1, 1), new Affine(1, 2));
        list.Insert(0, new Affine(1, 3));
        list.RemoveAt(1);
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], list.named_parameters().Select(entry => entry.name));
        ModuleDict<Affine> dictionary = ModuleDict(("b", new Affine(1, 1)), ("a", new Affine(1, 1)));
        dictionary["c"] = new Affine(1, 1);
        dictionary.Remove("b");
        Assert.Equal(["a", "c"], dictionary.keys());
        Assert.Equal(["a.weight", "a.bias", "c.weight", "c.bias"], dictionary.state_dict().Keys);
        ParameterList parameters = ParameterList(new Parameter(zeros(1)), new Parameter(zeros(2)));
        parameters.append(new Parameter(zeros(3)));
        Assert.Equal(["0", "1", "2"], parameters.named_parameters().Select(entry => entry.name));
        ParameterDict named = ParameterDict(("w", new Parameter(zeros(1))));
        Assert.True(named.has_parameter("w") && named.ContainsKey("w"));
    }

    [Fact]
    public void Zeroed_gradients_read_as_zeros_and_removed_ones_as_null()
    {
        var layer = new Affine(2, 1);
        layer.call(ones(1, 2)).Sum().backward();
        var optimizer = optim.SGD(layer.parameters(), 0.1);
        optimizer.zero_grad();
        Assert.Equal([0f, 0f], layer.weight.grad!.data<float>().ToArray());
        layer.call(ones(1, 2)).Sum().backward();
        Tensor seen = layer.weight.grad!;
        Assert.Equal([1f, 1f], seen.data<float>().ToArray());
        optimizer.zero_grad();
        Assert.Equal([0f, 0f], seen.data<float>().ToArray());
        layer.zero_grad();
        Assert.Null(layer.weight.grad);
        Assert.Equal([0f, 0f], seen.data<float>().ToArray());
    }

    [Fact]
    public void Registered_parameters_survive_the_scope_they_were_made_in()
    {
        Net net;
        using (NewDisposeScope())
        {
            net = new Net();
        }
        Assert.All(net.parameters(), parameter => Assert.False(parameter.IsInvalid));
        net.Dispose();
        Assert.All(net.parameters(), parameter => Assert.True(parameter.IsInvalid));
    }
}
