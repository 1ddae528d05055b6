using Rushes.Engine.Shooting.Prompts;

namespace Rushes.Tests.Shooting.Prompts;

public sealed class SentenceCutTests
{
    [Theory]
    [InlineData("She runs. He falls! Why?", "She runs.|He falls!|Why?")]
    [InlineData("It costs 3.5 dollars. Nobody pays", "It costs 3.5 dollars.|Nobody pays")]
    [InlineData("Mr. Lan opens the door. Rain", "Mr. Lan opens the door.|Rain")]
    [InlineData("He calls \"Stop. Now!\" and runs. Night.", "He calls \"Stop. Now!\" and runs.|Night.")]
    [InlineData("He calls \"Run!\" She runs.", "He calls \"Run!\"|She runs.")]
    [InlineData("Wait… then it falls. End.", "Wait… then it falls.|End.")]
    [InlineData("猫が走る。雨が降る。", "猫が走る。|雨が降る。")]
    [InlineData("One\nTwo", "One|Two")]
    [InlineData("  ", "")]
    public void A_text_is_cut_at_the_ends_of_its_sentences_and_nowhere_else(string text, string sentences) =>
        Assert.Equal(sentences.Split('|', StringSplitOptions.RemoveEmptyEntries), SentenceCut.Of(text, ["Mr"]));
}
