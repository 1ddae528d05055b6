using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Pictures;
using Rushes.Film;

namespace Rushes.Tests.Writing.Pictures;

public sealed class PicturePairingTests
{
    private static readonly string[] Files = ["/p/beach.jpg", "/p/Night.png", "/p/cà phê.webp"];

    private static List<string?> Paired(string prompts, bool byName = false, string? forAll = null) =>
        [.. PicturePairing.Pair(Files, PromptFile.Read(prompts, "prompts.txt"), forAll, byName).Select(picture => picture.Prompt)];

    [Fact]
    public void In_order_prompt_i_is_for_picture_i() => Assert.Equal(["a", "b", "c"], Paired("a\nb\nc"));

    [Fact]
    public void Pictures_left_over_take_the_prompt_for_all_or_none()
    {
        Assert.Equal(["a", "b", null], Paired("a\nb"));
        Assert.Equal(["a", "b", "all"], Paired("a\nb", forAll: " all "));
        Assert.Equal(["x", "x", "x"], PicturePairing.Pair(Files, [], "x", false).Select(picture => picture.Prompt));
        Assert.All(PicturePairing.Pair(Files, [], null, false), picture => Assert.Null(picture.Prompt));
    }

    [Fact]
    public void A_single_prompt_is_for_all() => Assert.Equal(["a", "a", "a"], Paired("""{"prompt":"a"}"""));

    [Theory]
    [InlineData("""[{"image":"night","prompt":"n"},{"image":"CÀ PHÊ.webp","prompt":"c"},{"image":"/else/where/beach.jpg","prompt":"b"}]""", false)]
    [InlineData("night: n\nca\u0300 phe\u0302: c\nbeach.jpg: b", true)]
    public void By_name_the_order_does_not_matter(string prompts, bool byName) => Assert.Equal(["b", "n", "c"], Paired(prompts, byName));

    [Fact]
    public void Named_prompts_go_first_and_the_others_in_order() =>
        Assert.Equal(["one", "n", "two"], Paired("""["one",{"image":"Night.png","prompt":"n"},{"name":"Scene two","prompt":"two"}]"""));

    [Theory]
    [InlineData("a\nb\nc\nd", false, "script.prompts-many", "4")]
    [InlineData("a\nb", true, "script.prompt-nameless", "1")]
    [InlineData("""[{"image":"nigth.png","prompt":"a"}]""", false, "script.prompt-no-picture-nearest", "Night.png")]
    [InlineData("""[{"image":"completely-else.png","prompt":"a"}]""", false, "script.prompt-no-picture", "completely-else.png")]
    [InlineData("""[{"image":"beach","prompt":"a"},{"image":"beach.jpg","prompt":"b"}]""", true, "script.prompt-twice", "beach.jpg")]
    public void What_cannot_be_paired_is_one_sentence(string prompts, bool byName, string code, string named)
    {
        var mistake = Assert.Throws<MistakeException>(() => Paired(prompts, byName)).Mistake;
        Assert.Equal(code, mistake.Code);
        Assert.Contains("prompts.txt", Sentence.Of(mistake), StringComparison.Ordinal);
        Assert.Contains(named, Sentence.Of(mistake), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_pictures_of_one_name_must_be_told_apart()
    {
        var prompts = PromptFile.Read("""[{"image":"a","prompt":"x"}]""", "p.json");
        var mistake = Assert.Throws<MistakeException>(() => PicturePairing.Pair(["/1/a.jpg", "/1/a.png"], prompts, null, true)).Mistake;
        Assert.Equal("script.prompt-ambiguous", mistake.Code);
    }

    [Fact]
    public void The_seconds_of_a_film_are_known_when_every_picture_brings_its_own()
    {
        var own = PromptFile.Read("""[{"prompt":"a","seconds":4},{"prompt":"b","seconds":2.5},{"prompt":"c","duration":3}]""", "p.json");
        Assert.Equal(9.5, PicturePairing.SecondsOf(PicturePairing.Pair(Files, own, null, false)));
        Assert.Null(PicturePairing.SecondsOf(PicturePairing.Pair(Files, own.Take(2).ToList(), null, false)));
    }
}
