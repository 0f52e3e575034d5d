using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Training.Contracts;
using Training.Tests.Support;
using Xunit;

namespace Training.Hosting.Tests;

/// <summary>Whatever a header holds, the answer is a caller or a refusal: never a failure of ours, never somebody else.</summary>
public sealed class HostileTokenTests
{
    private const string Good = """{"iss":"training-development","aud":"training","sub":"ada","org":"0199f1c2-7a3b-7c4d-8e5f-0123456789ab","roles":["employee"],"exp":4102444800}""";

    [Theory]
    [InlineData("\"employee\"", "{\"employee\":true}")]
    [InlineData("[\"employee\"]", "7")]
    [InlineData("[\"employee\"]", "[7]")]
    [InlineData("[\"employee\"]", "[[\"employee\"]]")]
    [InlineData("[\"employee\"]", "true")]
    [InlineData("\"0199f1c2-7a3b-7c4d-8e5f-0123456789ab\"", "7")]
    [InlineData("\"0199f1c2-7a3b-7c4d-8e5f-0123456789ab\"", "{}")]
    [InlineData("\"0199f1c2-7a3b-7c4d-8e5f-0123456789ab\"", "null")]
    [InlineData("0123456789ab\"", "0123456789ab \"")]
    [InlineData("\"ada\"", "[]")]
    [InlineData("\"ada\"", "\"\"")]
    [InlineData("\"training\"", "7")]
    [InlineData("\"training\"", "[]")]
    [InlineData("\"training\"", "{}")]
    [InlineData("4102444800", "\"tomorrow\"")]
    [InlineData("4102444800", "-1")]
    [InlineData("4102444800", "1e300")]
    [InlineData("4102444800", "{}")]
    [InlineData("\"exp\"", "\"nbf\":1e300,\"exp\"")]
    [InlineData("\"exp\"", "\"member\":[],\"exp\"")]
    [InlineData("\"exp\"", "\"member\":{},\"exp\"")]
    [InlineData("}", "")]
    public async Task Token_with_a_good_signature_is_refused_when_its_claims_make_no_sense(string part, string instead)
    {
        await using var app = await TestApp.Start();
        Assert.Equal("ada", (await Read(app, Sign(app, Good)))!.Account);

        Assert.Null(await Read(app, Sign(app, Good.Replace(part, instead))));
    }

    [Fact]
    public async Task Mutated_tokens_are_refused_and_never_break_anything()
    {
        await using var app = await TestApp.Start();
        var good = Sign(app, Good);
        var random = new Random(20261122);
        var rounds = LongRun.Count(20_000, 1_000_000);
        var admitted = 0;

        for (var round = 0; round < rounds; round++)
        {
            var header = Mutate(good, random);
            if (await Read(app, header) is not { } caller)
                continue;

            // Only another spelling of the same signed bytes may pass.
            admitted++;
            Assert.Equal("ada", caller.Account);
            Assert.Equal([Role.Employee], caller.Roles);
            Assert.Equal("0199f1c2-7a3b-7c4d-8e5f-0123456789ab", caller.Organisation.ToString());
        }

        LongRun.Print($"hostile tokens: {rounds} mutated, {admitted} were the same token in another spelling, 0 failures");
    }

    private static async Task<Caller?> Read(TestApp app, string header)
    {
        try
        {
            return (await app.App.Services.GetRequiredService<TokenReader>().Read(header, CancellationToken.None)).Caller;
        }
        catch (CallRefused)
        {
            return null;
        }
    }

    private static string Sign(TestApp app, string payload)
    {
        var key = ((SymmetricSecurityKey)app.Tokens.Key).Key;
        var head = Base64UrlEncoder.Encode("""{"alg":"HS256","typ":"JWT","kid":"development"}""");
        var signed = $"{head}.{Base64UrlEncoder.Encode(payload)}";
        return $"Bearer {signed}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Mutate(string header, Random random)
    {
        var text = new StringBuilder(header);
        for (var changes = random.Next(1, 4); changes > 0 && text.Length > 0; changes--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text[at] = (char)random.Next(0x20, 0x7f);
                    break;
                case 1:
                    text.Insert(at, (char)random.Next(0x20, 0x7f));
                    break;
                case 2:
                    text.Remove(at, random.Next(1, text.Length - at + 1));
                    break;
                case 3:
                    text.Insert(at, '.');
                    break;
                default:
                    text.Insert(at, text.ToString(at, random.Next(text.Length - at)));
                    break;
            }
        }

        return text.ToString();
    }
}
