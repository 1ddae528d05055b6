using Rushes.Engine.Writing.Checking;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.Checking;

public sealed class BuiltInScriptsTests
{
    public static TheoryData<string, double> Ideas => new()
    {
        { "Một chú mèo con lạc mẹ tìm đường về nhà trong đêm mưa", 32 },
        { "Ông lão câu cá gặp lại người bạn thời chiến tranh", 45 },
        { "Chàng trai giao hàng cầu hôn cô bán hoa", 24 },
        { "Cách pha cà phê sữa đá ngon tại nhà", 30 },
        { "Năm điều nên làm khi đến Đà Lạt", 40 },
        { "Bà cụ bán xôi và chú chó hoang", 32 },
        { "A little girl sends a letter to the moon", 24 },
        { "An old fisherman finds a message in a bottle", 60 },
        { "How to make a paper boat that floats", 30 },
        { "The last lighthouse keeper and the whale", 32 },
    };

    [Theory]
    [MemberData(nameof(Ideas))]
    public async Task The_built_in_writer_passes_its_own_checks(string idea, double seconds)
    {
        var brief = new Brief { Workflow = Workflow.Text2Video, Idea = idea, Duration = seconds };
        var script = await Scripts.Writer.WriteAsync(new(brief, ClipLengths.Any), null, TestContext.Current.CancellationToken);
        var warnings = new ScriptChecks(ProductData.Shelf).Check(script, brief);
        Assert.True(warnings.Count == 0, string.Join('\n', warnings.Select(one => $"{one.Scene} {one.Kind}: {one.Text} [{string.Join(", ", one.Words)}]")));
    }

    [Theory]
    [MemberData(nameof(Ideas))]
    public async Task It_is_judged_far_above_a_dull_script(string idea, double seconds)
    {
        var brief = new Brief { Workflow = Workflow.Text2Video, Idea = idea, Duration = seconds };
        var script = await Scripts.Writer.WriteAsync(new(brief, ClipLengths.Any), null, TestContext.Current.CancellationToken);
        var score = new ScriptJudge(ProductData.Shelf).Judge(script, brief);
        Assert.True(score.Value >= 0.6, $"{score.Value}: {string.Join('\n', score.Reasons)}");
    }
}
