using TorchSharp.Files;
using static TorchSharp.torch;

namespace ManagedTorch;

/// <summary>Collects the nodes and constants of an ONNX graph. Field numbers are those of onnx.proto3.</summary>
internal sealed class OnnxGraph
{
    private readonly List<byte[]> _nodes = [];
    private readonly List<byte[]> _constants = [];
    private readonly HashSet<string> _names = [];
    private int _values;

    /// <summary>Adds a node with one output; returns the output's name.</summary>
    /// <param name="operation">The ONNX operator.</param>
    /// <param name="layer">The layer's path.</param>
    /// <param name="inputs">Names of values; "" for one that is left out.</param>
    /// <param name="attributes">Names with long, float, string or long[].</param>
    public string Node(string operation, string layer, string[] inputs, params (string Name, object Value)[] attributes)
    {
        string output = $"{layer}/{operation}_{_values++}";
        var node = new ProtoWriter();
        foreach (string input in inputs)
        {
            node.Text(1, input);
        }
        node.Text(2, output);
        node.Text(3, output);
        node.Text(4, operation);
        foreach ((string name, object value) in attributes)
        {
            node.Message(5, attribute => WriteAttribute(attribute, name, value));
        }
        _nodes.Add(node.ToArray());
        return output;
    }

    /// <summary>Adds a tensor as a constant, once per name; returns the name.</summary>
    public string Constant(string name, Tensor tensor)
    {
        if (_names.Add(name))
        {
            using var elements = new MemoryStream();
            TensorRecord.WriteElements(elements, null, tensor);
            AddConstant(name, tensor.shape, ElementCode(tensor.dtype), elements.ToArray());
        }
        return name;
    }

    /// <summary>Adds whole numbers as a constant; returns its name.</summary>
    public string Numbers(string layer, params long[] values)
    {
        string name = $"{layer}/numbers_{_values++}";
        AddConstant(name, [values.Length], 7, System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
        return name;
    }

    /// <summary>Adds numbers as a constant of type <paramref name="dtype"/>, or one without axes if there is only one; returns
    /// its name.</summary>
    public string Values(string layer, ScalarType dtype, params double[] values)
    {
        string name = $"{layer}/values_{_values++}";
        using Tensor tensor = TorchSharp.Operators.Copies.To(
            TorchSharp.Operators.Creation.FromValues<double>(values, values.Length == 1 ? [] : [values.Length]), dtype);
        return Constant(name, tensor);
    }

    /// <summary>The model: graph, operator set and types of input and output. The first axis is open.</summary>
    public byte[] Model(string name, string input, Tensor inputExample, string output, Tensor outputExample, int operatorSet)
    {
        var model = new ProtoWriter();
        model.Integer(1, 8);    // IR version 8 goes with operator sets up to 17
        model.Text(2, "ManagedTorch");
        model.Message(7, graph =>
        {
            _nodes.ForEach(node => graph.Bytes(1, node));
            graph.Text(2, name);
            _constants.ForEach(constant => graph.Bytes(5, constant));
            graph.Message(11, value => WriteType(value, input, inputExample));
            graph.Message(12, value => WriteType(value, output, outputExample));
        });
        model.Message(8, set =>
        {
            set.Text(1, "");
            set.Integer(2, operatorSet);
        });
        return model.ToArray();
    }

    private void AddConstant(string name, long[] sizes, int elementCode, ReadOnlySpan<byte> elements)
    {
        var tensor = new ProtoWriter();
        foreach (long size in sizes)
        {
            tensor.Integer(1, size);
        }
        tensor.Integer(2, elementCode);
        tensor.Text(8, name);
        tensor.Bytes(9, elements);
        _constants.Add(tensor.ToArray());
    }

    private static void WriteAttribute(ProtoWriter attribute, string name, object value)
    {
        attribute.Text(1, name);
        switch (value)
        {
            case float number:
                attribute.Single(2, number);
                attribute.Integer(20, 1);
                break;
            case long number:
                attribute.Integer(3, number);
                attribute.Integer(20, 2);
                break;
            case string text:
                attribute.Text(4, text);
                attribute.Integer(20, 3);
                break;
            default:
                foreach (long number in (long[])value)
                {
                    attribute.Integer(8, number);
                }
                attribute.Integer(20, 7);
                break;
        }
    }

    private static void WriteType(ProtoWriter value, string name, Tensor example)
    {
        value.Text(1, name);
        value.Message(2, type => type.Message(1, tensor =>
        {
            tensor.Integer(1, ElementCode(example.dtype));
            tensor.Message(2, shape =>
            {
                for (int d = 0; d < example.Sizes.Length; d++)
                {
                    long size = example.Sizes[d];
                    bool isBatch = d == 0;
                    shape.Message(1, axis =>
                    {
                        if (isBatch)
                        {
                            axis.Text(2, "batch");
                        }
                        else
                        {
                            axis.Integer(1, size);
                        }
                    });
                }
            });
        }));
    }

    private static int ElementCode(ScalarType type) => type switch
    {
        ScalarType.Float32 => 1,
        ScalarType.Byte => 2,
        ScalarType.Int32 => 6,
        ScalarType.Int64 => 7,
        ScalarType.Bool => 9,
        ScalarType.Float64 => 11,
        _ => throw new NotSupportedException($"ONNX export: tensors of type {type} are not offered."),
    };
}
