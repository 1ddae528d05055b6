using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Voices;
using Rushes.Film.Scenes;

namespace Rushes.Tests.Cutting;

public sealed class AssWriterTests
{
    private static readonly FrameSize Vertical = new(1080, 1920);

    [Fact]
    public void The_canvas_of_the_document_is_the_picture()
    {
        var document = AssWriter.Film(Sheet("Xin chào"));
        Assert.Contains("PlayResX: 1080\nPlayResY: 1920\n", document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"{\b1}fat{\pos(0,0)}", "\\{\\\u2060b1\\}fat\\{\\\u2060pos(0,0)\\}")]
    [InlineData(@"C:\News\home", "C:\\\u2060News\\\u2060home")]
    [InlineData("one\ntwo", "one two")]
    [InlineData(@"\N\h\n", "\\\u2060N\\\u2060h\\\u2060n")]
    public void What_people_write_is_never_markup(string text, string written) => Assert.Equal(written, AssDocument.Escape(text));

    [Fact]
    public void A_line_break_in_a_text_does_not_begin_a_new_event()
    {
        var document = AssWriter.Film(Sheet("Một\nDialogue: 0,0:00:00.00,0:00:09.00,Text,,0,0,0,,hai"));
        Assert.DoesNotContain(document.Split('\n'), line => line.EndsWith(",hai", StringComparison.Ordinal) && line.StartsWith("Dialogue: 0,0:00:00", StringComparison.Ordinal));
    }

    [Fact]
    public void Decomposed_Vietnamese_is_written_like_composed()
    {
        const string text = "Em còn nhớ buổi chiều ấy không? Nắng vàng trải khắp con đường nhỏ.";
        Assert.Equal(AssWriter.Film(Sheet(text)), AssWriter.Film(Sheet(text.Normalize(System.Text.NormalizationForm.FormD))));
    }

    [Fact]
    public void Vietnamese_stays_in_one_face()
    {
        var document = AssWriter.Film(Sheet("Ặ Ẵ ẫ ữ ợ ỹ đ Đ 249.000đ – “đúng giá” … ư?"));
        var faces = System.Text.RegularExpressions.Regex.Matches(document, @"\\fn(?<face>[^\\}]+)", default, TimeSpan.FromSeconds(1)).Select(match => match.Groups["face"].Value).Distinct();
        Assert.All(faces, face => Assert.StartsWith("Be Vietnam Pro", face, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ru", "Дождь шёл всю ночь.", "Noto Sans Medium")]
    [InlineData("ja", "子猫は雨の夜に家を探す。", "Noto Sans JP Medium")]
    [InlineData("zh", "小猫在雨夜里寻找回家的路。", "Noto Sans SC Medium")]
    [InlineData("ko", "비 오는 밤에 집을 찾는다.", "Noto Sans KR Medium")]
    [InlineData("th", "ลูกแมวหลงทางในคืนฝนตก", "Noto Sans Thai Medium")]
    public void Another_script_gets_its_Noto_face(string language, string text, string face)
    {
        var sheet = new CaptionSheet([new CaptionCue(0, 2, null, text)], Vertical, Plain, FontFolder.BesideProgram, language);
        Assert.Contains($"\\fn{face}\\", AssWriter.Film(sheet), StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_signs_that_no_face_has_are_left_out() => Assert.Equal("Mua ngay!", Assert.Single(Sheet("Mua 🎉ngay!🔥").Pages).Text);

    [Fact]
    public void Every_page_gets_its_own_second_when_drawn_once()
    {
        var sheet = Sheet(string.Join(' ', Enumerable.Repeat("Con mèo nhỏ lạc mẹ trong đêm mưa dài.", 6)));
        Assert.True(sheet.Pages.Count > 1);
        var stills = AssWriter.Stills(sheet);
        Assert.Contains(",0:00:00.00,0:00:01.00,", stills, StringComparison.Ordinal);
        Assert.Contains(",0:00:01.00,0:00:02.00,", stills, StringComparison.Ordinal);
    }

    private static FreeZone Plain => new(5, 5, 12, 5);

    private static CaptionSheet Sheet(string text) =>
        new([new CaptionCue(0.5, 6, "Minh", text)], Vertical, Plain, FontFolder.BesideProgram, "vi");
}
