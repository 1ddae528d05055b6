using Rushes.Engine.Making.Batches;
using Rushes.Film;

namespace Rushes.Tests.Making.Batches;

public sealed class BatchFileTests
{
    private static readonly string[] Columns = ["idea", "duration", "max-cost", "image"];

    [Fact]
    public void A_table_has_a_film_a_row_numbered_as_in_a_spreadsheet()
    {
        var rows = Read("\uFEFFIdea,Duration,max_cost\r\nMèo con,12,\r\n\r\n\"Một, \"\"hai\"\"\nba\", 8 ,3\r\n");
        Assert.Equal([2, 4], rows.Select(row => row.Number));
        Assert.Equal(["Mèo con", "12"], rows[0].Fields.Select(field => field.Value[0]));
        Assert.Equal("Một, \"hai\"\nba", rows[1].Fields["idea"][0]);
        Assert.Equal("8", rows[1].Fields["duration"][0]);
        Assert.Equal("3", rows[1].Fields["max-cost"][0]);
    }

    [Theory]
    [InlineData("idea;duration\na, b;3")]
    [InlineData("idea\tduration\na, b\t3")]
    public void Spreadsheets_part_cells_by_other_marks_too(string text) => Assert.Equal("a, b", Assert.Single(Read(text)).Fields["idea"][0]);

    [Fact]
    public void Json_lines_are_rows_too_and_lists_are_several_values()
    {
        var rows = Read("{\"idea\":\"a\",\"duration\":12.5}\n\n{\"image\":[\"a.jpg\",\"b.jpg\"],\"idea\":null}", "b.jsonl");
        Assert.Equal([1, 3], rows.Select(row => row.Number));
        Assert.Equal("12.5", rows[0].Fields["duration"][0]);
        Assert.Equal(["a.jpg", "b.jpg"], Assert.Single(rows[1].Fields).Value);
    }

    [Fact]
    public void A_bad_line_is_a_bad_row_and_no_more()
    {
        var rows = Read("{\"idea\":\"a\"}\n{\"idea\":\nnull\n{\"ideal\":\"x\"}\n{\"idea\":{}}\n", "b.jsonl");
        Assert.Equal([null, "cli.batch-line", "cli.batch-line", "cli.batch-column", "cli.batch-value"], rows.Select(row => row.Broken?.Code));
    }

    [Fact]
    public void A_row_with_more_cells_than_the_header_is_bad() => Assert.Equal(["cli.batch-cells", null], Read("idea\na,b\nc").Select(row => row.Broken?.Code));

    [Theory]
    [InlineData("", "cli.batch-empty")]
    [InlineData("idea\n\n", "cli.batch-empty")]
    [InlineData("idea,colour\na,b", "cli.batch-column")]
    [InlineData("idea,Idea\na,b", "cli.batch-column-twice")]
    public void A_file_that_nobody_understands_is_refused_at_once(string text, string code) =>
        Assert.Equal(code, Assert.Throws<MistakeException>(() => Read(text)).Mistake.Code);

    private static IReadOnlyList<BatchRow> Read(string text, string file = "b.csv") => BatchFile.Read(text, file, Columns);
}
