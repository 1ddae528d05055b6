using Rushes.Engine.Writing.LanguageModels;

namespace Rushes.Tests.Writing.LanguageModels;

public sealed class AnswerScannerTests
{
    private static List<string> Parts(string text, int piece = 1)
    {
        var found = new List<string>();
        var scanner = new AnswerScanner(part => found.Add($"{part.Member}{(part.IsItem ? "[]" : "")}={part.Json}"));
        foreach (var chunk in text.Chunk(piece))
            scanner.Read(new string(chunk));
        return found;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Members_and_items_come_as_soon_as_each_is_whole(int piece) => Assert.Equal(
        ["title=\"a, \\\"b\\\" {c}\"", "n=3", "scenes[]={\"x\":[1,{\"y\":\"]\"}]}", "scenes[]={\"x\":2}", "end=null"],
        Parts("{\"title\": \"a, \\\"b\\\" {c}\", \"n\": 3, \"scenes\": [ {\"x\":[1,{\"y\":\"]\"}]} , {\"x\":2} ], \"end\": null}", piece));

    [Fact]
    public void What_stands_around_the_object_is_passed_over() =>
        Assert.Equal(["a=1"], Parts("Here [as you wished]:\n```json\n{\"a\":1}\n```\n{\"b\":2}"));

    [Fact]
    public void A_bare_list_is_taken_for_its_items() => Assert.Equal(["[]={\"a\":1}", "[]={\"a\":2}"], Parts("```\n[{\"a\":1},{\"a\":2}]\n```"));

    [Fact]
    public void A_broken_end_loses_only_the_part_it_breaks() =>
        Assert.Equal(["a=1", "s[]={\"x\":1}"], Parts("{\"a\":1,\"s\":[{\"x\":1},{\"x\":\"tw"));

    [Fact]
    public void A_line_break_inside_a_text_is_forgiven() => Assert.Equal(["a=\"one\\ntwo\""], Parts("{\"a\":\"one\ntwo\"}"));

    [Fact]
    public void Lists_of_texts_and_empty_lists_are_read() => Assert.Equal(["t[]=\"a\"", "t[]=\"b,c\"", "z=1"], Parts("{\"t\":[\"a\",\"b,c\"],\"e\":[],\"z\":1}"));
}
