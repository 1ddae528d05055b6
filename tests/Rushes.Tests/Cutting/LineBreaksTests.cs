using Rushes.Engine.Cutting.Captions;

namespace Rushes.Tests.Cutting;

public sealed class LineBreaksTests
{
    [Theory]
    [InlineData("một hai ba", "một |hai |ba")]
    [InlineData("well-known fact", "well-|known |fact")]
    [InlineData("10 - 5", "10 |- |5")]
    [InlineData("雨の夜、子猫は「家」へ。", "雨|の|夜、|子|猫|は|「家」|へ。")]
    [InlineData("东京Tower真高！", "东|京|Tower|真|高！")]
    [InlineData("비 오는 밤", "비 |오는 |밤")]
    public void A_line_may_end_where_the_script_allows_it(string text, string marked)
    {
        var parts = new List<string>();
        var from = 0;
        foreach (var end in LineBreaks.Of(text))
        {
            parts.Add(text[from..end]);
            from = end;
        }

        Assert.Equal(marked, string.Join('|', parts));
    }

    [Fact]
    public void Thai_is_never_torn_before_a_vowel_or_tone_mark()
    {
        const string text = "ลูกแมวหลงทางในคืนฝนตกแต่ไม่ยอมแพ้";
        var breaks = LineBreaks.Of(text);
        Assert.True(breaks.Count > 3);
        Assert.All(breaks.SkipLast(1), at => Assert.DoesNotContain(text[at].ToString(), "ะาำิีึืุูัๅ็่้๊๋์ๆฯ", StringComparison.Ordinal));
        Assert.All(breaks, at => Assert.DoesNotContain(text[at - 1].ToString(), "เแโใไ", StringComparison.Ordinal));
    }
}
