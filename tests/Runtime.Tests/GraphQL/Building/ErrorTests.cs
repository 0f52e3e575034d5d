using HotChocolate;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed class ErrorTests
{
    [Fact]
    public void A_builder_makes_an_error_and_begins_from_another()
    {
        var cause = new InvalidOperationException("cause");
        var path = HotChocolate.Path.Root.Append("members").Append(3).Append("name");
        var error = ErrorBuilder.New().SetMessage("Wrong.").SetCode("CODE").SetPath(path).AddLocation(new Location(2, 5)).SetExtension("more", 7).SetException(cause).Build();
        var again = ErrorBuilder.FromError(error).RemoveExtension("more").Build();

        Assert.Equal(("Wrong.", "CODE", "/members[3]/name"), (error.Message, error.Code, error.Path!.Print()));
        Assert.Equal([new Location(2, 5)], error.Locations!);
        Assert.Equal(7, error.Extensions!["more"]);
        Assert.Same(cause, again.Exception);
        Assert.Equal(["code"], again.Extensions!.Keys);
        Assert.Equal(["members", 3, "name"], again.Path!.ToList());
    }

    [Fact]
    public void An_error_without_message_is_none() => Assert.Throws<InvalidOperationException>(() => ErrorBuilder.New().SetCode("CODE").Build());

    [Fact]
    public void With_gives_another_error_and_leaves_the_first()
    {
        var error = ErrorBuilder.New().SetMessage("Wrong.").Build();
        var other = error.WithMessage("Worse.").WithCode("CODE").SetExtension("more", null);

        Assert.Equal(("Wrong.", null), (error.Message, error.Code));
        Assert.Equal(("Worse.", "CODE"), (other.Message, other.Code));
        Assert.Null(other.WithCode(null).RemoveExtension("more").Extensions);
        Assert.Throws<ArgumentException>(() => error.WithMessage(""));
    }

    [Fact]
    public void Optional_tells_given_from_not_given()
    {
        Optional<string?> none = default;
        Optional<string?> nothing = new(null);
        Optional<string?> word = "word";

        Assert.True(none.IsEmpty && nothing.HasValue && word.HasValue);
        Assert.NotEqual(none, nothing);
        Assert.Equal("word", (string?)word);
        Assert.Equal(none, Optional<string?>.Empty());
    }
}
