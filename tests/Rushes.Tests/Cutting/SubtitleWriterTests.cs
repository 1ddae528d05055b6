using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Voices;

namespace Rushes.Tests.Cutting;

public sealed class SubtitleWriterTests
{
    private const string Long = "Ngày xưa, trong một con hẻm nhỏ ở Sài Gòn, có một chú mèo con sống với mẹ. Một đêm mưa lớn, nước cuốn chú đi rất xa, và chú phải tự tìm đường về nhà.";

    [Fact]
    public void Long_lines_become_cues_of_two_lines_of_about_forty_two_characters()
    {
        var pages = SubtitleWriter.Pages([new CaptionCue(1, 11, null, Long)], 12);
        Assert.True(pages.Count >= 2);
        Assert.All(pages, page => Assert.InRange(page.Lines.Count, 1, 2));
        Assert.All(pages.SelectMany(page => page.Lines), line => Assert.InRange(line.Length, 1, 42));
        Assert.Equal(Long, string.Join(' ', pages.Select(page => page.Text)));
    }

    [Fact]
    public void Wide_characters_count_twice()
    {
        var pages = SubtitleWriter.Pages([new CaptionCue(0, 9, null, string.Concat(Enumerable.Repeat("小猫在雨夜里寻找回家的路，", 4)))], 10);
        Assert.All(pages.SelectMany(page => page.Lines), line => Assert.InRange(line.Length, 1, 21));
    }

    [Fact]
    public void SubRip_has_numbers_times_and_the_speaker_where_he_changes()
    {
        var pages = SubtitleWriter.Pages([new CaptionCue(0.5, 2, "Minh", "Đi thôi!"), new CaptionCue(2.5, 4, "Minh", "Mưa to quá."), new CaptionCue(3661.25, 3663, "Lan", "Ừ, đi nhanh lên.")], 4000);
        Assert.Equal(
            "1\n00:00:00,500 --> 00:00:02,000\nMinh: Đi thôi!\n\n2\n00:00:02,500 --> 00:00:04,000\nMưa to quá.\n\n3\n01:01:01,250 --> 01:01:03,000\nLan: Ừ, đi nhanh lên.\n\n",
            SubtitleWriter.SubRip(pages));
    }

    [Fact]
    public void WebVtt_names_the_voice_and_takes_no_text_for_a_tag()
    {
        var pages = SubtitleWriter.Pages([new CaptionCue(0, 2, "A & B", "1 < 2 --> <b>")], 3);
        Assert.Equal("WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n<v A &amp; B>1 &lt; 2 --&gt; &lt;b&gt;\n\n", SubtitleWriter.WebVtt(pages));
    }

    [Fact]
    public void In_SubRip_no_text_is_a_tag_or_an_arrow()
    {
        var text = SubtitleWriter.SubRip(SubtitleWriter.Pages([new CaptionCue(0, 2, null, @"<i>{\an8} a --> b")], 3));
        Assert.DoesNotContain("<i>", text, StringComparison.Ordinal);
        Assert.DoesNotContain(@"{\an8}", text, StringComparison.Ordinal);
        Assert.Single(text.Split("-->").Skip(1));
    }

    [Fact]
    public void Decomposed_text_is_composed() => Assert.Equal(
        SubtitleWriter.SubRip(SubtitleWriter.Pages([new CaptionCue(0, 9, null, Long)], 9)),
        SubtitleWriter.SubRip(SubtitleWriter.Pages([new CaptionCue(0, 9, null, Long.Normalize(System.Text.NormalizationForm.FormD))], 9)));
}
