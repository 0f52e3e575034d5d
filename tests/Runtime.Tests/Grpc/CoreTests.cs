using System.Text;
using Grpc.Core;
using Xunit;

namespace Training.Runtime.Tests.Grpc;

/// <summary>Metadata and marshallers as the stubs and their users see them.</summary>
public sealed class CoreTests
{
    [Fact]
    public void Metadata_keys_are_lower_case_and_found_in_any_case()
    {
        var metadata = new Metadata { { "X-Key", "first" }, { "x-key", "second" } };
        Assert.Equal("x-key", metadata[0].Key);
        Assert.Equal("second", metadata.GetValue("X-KEY"));
        Assert.Equal(["first", "second"], metadata.GetAll("x-Key").Select(entry => entry.Value));
        Assert.Null(metadata.Get("x-other"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("ümlaut")]
    [InlineData("new\nline")]
    public void Metadata_keys_that_cannot_travel_are_refused(string key) =>
        Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, "value"));

    [Fact]
    public void A_binary_key_takes_bytes_and_a_text_key_text()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("x-bin", "text"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("x", new byte[] { 1 }));
        Assert.Throws<InvalidOperationException>(() => new Metadata.Entry("x-bin", new byte[] { 1 }).Value);
        Assert.Equal("ab"u8.ToArray(), new Metadata.Entry("x", "ab").ValueBytes);
    }

    [Fact]
    public void A_binary_value_is_the_entrys_own()
    {
        byte[] bytes = [1, 2];
        var entry = new Metadata.Entry("x-bin", bytes);
        bytes[0] = 9;
        entry.ValueBytes[1] = 9;
        Assert.Equal([1, 2], entry.ValueBytes);
    }

    [Fact]
    public void Empty_metadata_cannot_be_changed() => Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("x", "y"));

    [Fact]
    public void A_marshaller_over_buffers_works_over_arrays_and_the_other_way_round()
    {
        var contextual = Marshallers.Create<string>(
            (text, context) => context.Complete(Encoding.UTF8.GetBytes(text)),
            context => EncodingExtensions.GetString(Encoding.UTF8, context.PayloadAsReadOnlySequence()));
        Assert.Equal("ü", contextual.Deserializer(contextual.Serializer("ü")));
        Assert.Equal("ü", Marshallers.StringMarshaller.Deserializer(contextual.Serializer("ü")));
    }

    [Fact]
    public void A_service_definition_refuses_the_same_method_twice()
    {
        var method = new Method<string, string>(MethodType.Unary, "a.Service", "Do", Marshallers.StringMarshaller, Marshallers.StringMarshaller);
        Assert.Equal("/a.Service/Do", method.FullName);
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(method, (request, _) => Task.FromResult(request));
        Assert.Throws<ArgumentException>(() => builder.AddMethod(method, (request, _) => Task.FromResult(request)));
    }
}
