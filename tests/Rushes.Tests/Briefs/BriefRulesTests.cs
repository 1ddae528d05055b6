using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Film.Briefs;
using Rushes.Tests.Library;

namespace Rushes.Tests.Briefs;

public sealed class BriefRulesTests
{
    private static readonly KnownNames Known = new Catalogue(ProductData.Shelf).Known;

    private static Brief Good => new() { Workflow = Workflow.Text2Video, Idea = "A robot learns to dance" };

    [Fact]
    public void A_usual_brief_is_fine() => Assert.Null(BriefRules.Broken(Good, Known));

    public static TheoryData<Brief, string, string> Broken => new()
    {
        { Good with { Idea = " \n\t" }, "brief.idea-empty", "idea" },
        { Good with { Idea = new('x', 40_000) }, "brief.idea-long", "idea" },
        { Good with { Duration = 0 }, "brief.duration-range", "duration" },
        { Good with { Duration = 2 }, "brief.duration-range", "duration" },
        { Good with { Duration = 100_000 }, "brief.duration-range", "duration" },
        { Good with { Duration = double.NaN }, "brief.duration-range", "duration" },
        { Good with { Copies = 13 }, "brief.copies-range", "copies" },
        { Good with { Style = "cinematc" }, "brief.unknown-style-nearest", "style" },
        { Good with { Style = "qqqqqqqqqqqq" }, "brief.unknown-style", "style" },
        { Good with { Template = "three_akt" }, "brief.unknown-template-nearest", "template" },
        { Good with { Language = "xx" }, "brief.unknown-language", "language" },
        { Good with { Platform = "tiktoc" }, "brief.unknown-platform-nearest", "platform" },
        { Good with { Manner = new() { Style = "storyteling" } }, "brief.unknown-manner-nearest", "manner" },
        { Good with { Manner = new() { Rate = 2.1 } }, "brief.manner-range", "rate" },
        { Good with { Manner = new() { Pitch = -6 } }, "brief.manner-range", "pitch" },
        { Good with { Manner = new() { Expressiveness = double.NaN } }, "brief.manner-range", "expressiveness" },
        { Good with { Domain = "nothing-like-it" }, "brief.unknown-domain", "domain" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_names_its_field_in_a_sentence(Brief brief, string code, string field)
    {
        var mistake = BriefRules.Broken(brief, Known);
        Assert.NotNull(mistake);
        Assert.Equal((code, field), (mistake.Code, mistake.Field));
        Assert.NotEmpty(Sentence.Of(mistake));
    }

    [Fact]
    public void A_product_needs_no_idea() => Assert.Null(BriefRules.Broken(Good with { Workflow = Workflow.SalesVideo, Idea = "" }, Known));
}
