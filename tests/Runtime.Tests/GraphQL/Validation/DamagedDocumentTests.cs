using System.Diagnostics;
using HotChocolate.Language;
using HotChocolate.TypeSystem.Sdl;
using HotChocolate.Validation;
using Training.Tests.Support;
using Xunit;

namespace Training.Runtime.Tests.GraphQL.Validation;

/// <summary>Whatever text comes, the parser and the validator answer: soon, and keeping nothing.</summary>
[Collection(nameof(Alone))]
public sealed class DamagedDocumentTests
{
    private const long MostKept = 20_000_000;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [Fact]
    public void Damaged_documents_are_read_and_validated_or_refused()
    {
        var count = LongRun.Count(30_000, 1_000_000);
        var schema = SdlSchema.Read(File.ReadAllText(Schemas.EveryConstruct));
        var documents = new RandomDocuments(schema, seed: 7);
        var damage = new Damage(new Random(7));
        var (unreadable, invalid, valid) = (0, 0, 0);
        var longest = TimeSpan.Zero;
        var before = 0L;
        for (var i = 0; i < count; i++)
        {
            if (i == count / 10)
                before = GC.GetTotalMemory(forceFullCollection: true);
            var text = damage.To(documents.Next());
            var begin = Stopwatch.GetTimestamp();
            try
            {
                var errors = Validator.Validate(schema, Parser.Parse(text, ParserLimits.Default), ValidationLimits.Default);
                Assert.All(errors, error => Assert.NotEmpty(error.Locations));
                _ = errors.Count == 0 ? valid++ : invalid++;
            }
            catch (SyntaxError error)
            {
                Assert.InRange(error.Position, 0, text.Length);
                unreadable++;
            }

            var took = Stopwatch.GetElapsedTime(begin);
            longest = took > longest ? took : longest;
        }

        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        LongRun.Print($"GraphQL documents damaged: {count:#,0} ({unreadable:#,0} unreadable, {invalid:#,0} invalid, {valid:#,0} valid), the longest took {longest.TotalMilliseconds:0.0} ms, {kept / 1000:#,0} kB kept");
        Assert.InRange(longest, TimeSpan.Zero, Soon);
        Assert.InRange(kept, long.MinValue, MostKept);
        Assert.True(unreadable > count / 4 && invalid > count / 20 && valid > count / 200);
    }
}
