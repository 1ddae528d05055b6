using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Studio.Pages;

namespace Rushes.Tests.Studio;

/// <summary>What stands in the fields of a new film becomes a brief.</summary>
public sealed class DraftReaderTests
{
    [Fact]
    public void An_untouched_form_leaves_manner_and_chain_open()
    {
        var brief = Read(("idea", "A cat"), ("manner", ""), ("rate", ""), ("pitch", ""), ("expressiveness", ""));
        Assert.Equal((null, false), (brief.Manner, brief.Chain));
    }

    [Fact]
    public void Manner_and_chain_come_as_they_were_set()
    {
        var brief = Read(("idea", "A cat"), ("manner", "calm"), ("rate", "0.9"), ("pitch", "-2"), ("expressiveness", "0.5"), ("chain", "true"));
        Assert.Equal(new Manner { Style = "calm", Rate = 0.9, Pitch = -2, Expressiveness = 0.5 }, brief.Manner);
        Assert.True(brief.Chain);
    }

    [Theory]
    [InlineData("rate")]
    [InlineData("pitch")]
    [InlineData("expressiveness")]
    public void What_is_no_number_is_named(string field) =>
        Assert.Equal(("studio.no-number", field), Assert.Throws<MistakeException>(() => Read(("idea", "A cat"), (field, "loud"))).Mistake is var mistake ? (mistake.Code, mistake.Field!) : default);

    private static Brief Read(params (string Name, string Value)[] fields) => DraftReader.Brief(
        DraftReader.Read(new FormCollection(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value), StringComparer.Ordinal))), Workflow.Text2Video);
}
