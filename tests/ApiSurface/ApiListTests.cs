namespace ApiSurface;

public class ApiListTests
{
    private static readonly ApiList List = new(new[]
    {
        "TorchSharp.torch.ScalarType :: enum",
        "TorchSharp.torch.Tensor :: class : IDisposable",
        "TorchSharp.torch.Tensor :: torch.Tensor sum(long dim, bool keepdim = false, torch.ScalarType? type = null)",
        "TorchSharp.torch.Tensor :: torch.Tensor? grad { get; set; }",
        "TorchSharp.torch.Tensor :: [Obsolete] static torch.Tensor cholesky(torch.Tensor input)",
        "TorchSharp.torch.nn.Module<T, TResult> :: abstract class : torch.nn.Module, torch.nn.IModule<T, TResult>",
        "TorchSharp.torch.nn.Module<T, TResult> :: abstract TResult forward(T input)",
        "TorchSharp.torch.nn.Module :: class : IDisposable",
        "TorchSharp.torch.nn.Module :: virtual string GetName()",
        "TorchSharp.torch.nn.Module :: virtual void train(bool train = true)",
        "TorchSharp.Modules.Net :: sealed class : torch.nn.Module<torch.Tensor, torch.Tensor>, torch.IOther<torch.Tensor>",
        "TorchSharp.Modules.Net :: override torch.Tensor forward(torch.Tensor input)",
    }.Select(ApiLine.Parse));

    [Theory]
    [InlineData("TorchSharp.torch.Tensor :: torch.Tensor sum(long dim, bool keepdim = false, torch.ScalarType? type = null)")]
    [InlineData("TorchSharp.torch.Tensor :: torch.Tensor grad { get; set; }")]
    [InlineData("TorchSharp.torch.Tensor :: static torch.Tensor cholesky(torch.Tensor input)")]
    [InlineData("TorchSharp.torch.Tensor :: override string ToString()")]
    [InlineData("TorchSharp.Modules.Net :: override string GetName()")]
    [InlineData("TorchSharp.Modules.Net :: torch.Tensor forward(torch.Tensor input)")]
    [InlineData("TorchSharp.Modules.Net :: sealed class : torch.nn.Module<torch.Tensor, torch.Tensor>")]
    [InlineData("TorchSharp.Modules.Net :: sealed class : torch.nn.Module, IDisposable")]
    [InlineData("TorchSharp.torch.nn.Module<T, TResult> :: abstract class : torch.nn.Module")]
    public void A_member_of_the_list_has_no_fault(string line) => Assert.Null(List.Fault(ApiLine.Parse(line)));

    [Theory]
    [InlineData("TorchSharp.torch.Tensor :: torch.Tensor sum(long dim, bool keepdim = true, torch.ScalarType? type = null)")]
    [InlineData("TorchSharp.torch.Tensor :: torch.Tensor sum(long dim, bool keepdim = false, torch.ScalarType type = null)")]
    [InlineData("TorchSharp.torch.Tensor :: torch.Tensor sum(long d, bool keepdim = false, torch.ScalarType? type = null)")]
    [InlineData("TorchSharp.torch.Tensor :: torch.Tensor? grad { get; }")]
    [InlineData("TorchSharp.torch.Tensor :: torch.Tensor cholesky(torch.Tensor input)")]
    [InlineData("TorchSharp.torch.Tensor :: override string GetName()")]
    [InlineData("TorchSharp.torch.Tensor :: string ToHtml()")]
    [InlineData("TorchSharp.torch.Tensor :: sealed class : IDisposable")]
    [InlineData("TorchSharp.torch.Tensor :: class : IDisposable, IFormattable")]
    [InlineData("TorchSharp.torch.nn.Module :: void train(bool train = true)")]
    [InlineData("TorchSharp.torch.nn.Module :: string GetName()")]
    [InlineData("TorchSharp.torch.Storage :: class")]
    public void A_member_that_differs_has_a_fault(string line) => Assert.NotNull(List.Fault(ApiLine.Parse(line)));

    [Fact]
    public void A_fault_shows_what_the_list_has_under_that_name() =>
        Assert.Equal("the list has torch.Tensor sum(long dim, bool keepdim = false, torch.ScalarType? type = null)",
            List.Fault(ApiLine.Parse("TorchSharp.torch.Tensor :: torch.Tensor sum(int dim)")));
}
