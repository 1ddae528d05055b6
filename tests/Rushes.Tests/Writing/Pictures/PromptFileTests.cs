using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Pictures;
using Rushes.Film;

namespace Rushes.Tests.Writing.Pictures;

public sealed class PromptFileTests
{
    [Theory]
    [InlineData("waves roll in\r\n\n the moon rises \n")]
    [InlineData("1. waves roll in\n2. the moon rises")]
    [InlineData("""["waves roll in", "the moon rises"]""")]
    [InlineData("""[{"prompt":"waves roll in"}, "the moon rises",]""")]
    [InlineData("""{"scenes":[{"prompt":"waves roll in"},{"prompt_vi":"trăng lên","prompt_tgt":"the moon rises"}]}""")]
    [InlineData("{\"prompt\":\"waves roll in\"}\n{\"prompt\":\"the moon rises\"}")]
    public void Prompts_are_read_in_every_form(string text) =>
        Assert.Equal(["waves roll in", "the moon rises"], PromptFile.Read("\uFEFF" + text, "p.txt").Select(prompt => prompt.Text));

    [Fact]
    public void One_object_is_one_prompt() => Assert.Equal("a", Assert.Single(PromptFile.Read("""{"prompt":"a"}""", "p.json")).Text);

    [Fact]
    public void A_bracket_or_a_number_at_the_start_of_a_plain_line_is_text() =>
        Assert.Equal(["[Wide] the sea", "3. on the sand"], PromptFile.Read("[Wide] the sea\n3. on the sand", "p.txt").Select(prompt => prompt.Text));

    [Fact]
    public void Pictures_moves_and_seconds_are_read()
    {
        var prompts = PromptFile.Read("""[{"image":"b.png","prompt":"x","move":"pan left","seconds":4},{"file":"a.jpg","prompt":"y","duration":"2.5 s"},{"name":"c"}]""", "p.json");
        Assert.Equal([("b.png", "pan-left", 4.0), ("a.jpg", null, 2.5), ("c", null, null)], prompts.Select(prompt => (prompt.Picture, prompt.Move, prompt.Seconds)));
        Assert.Equal("x\nCamera: slowly nearer.", PromptFile.Read("""[{"prompt":"x","camera_shot":"slowly nearer"}]""", "p.json")[0].Text);
        Assert.Equal(("beach.JPG", "waves"), PromptFile.Read("beach.JPG: waves", "p.txt").Select(prompt => (prompt.Picture, prompt.Text)).Single());
    }

    [Fact]
    public void The_moves_are_those_that_the_animatic_knows() => Assert.Equal(Rushes.Providers.Animatic.Photos.MoveChooser.Names, Film.Briefs.Picture.Moves);

    [Theory]
    [InlineData("  \n", "script.prompts-none", "p.json")]
    [InlineData("[\n\"a\",\n\"b\"", "script.broken-json", "3")]
    [InlineData("\n\n{\"prompt\":}", "script.broken-json", "3")]
    [InlineData("[\"a\", 7]", "script.prompt-entry", "2")]
    [InlineData("[\"a\", \" \"]", "script.prompt-empty", "2")]
    [InlineData("[{\"prompt\":[]}]", "script.prompt-field", "1")]
    [InlineData("[{\"prompt\":\"a\",\"seconds\":-1}]", "script.prompt-field", "1")]
    [InlineData("{\"scenes\":7}", "script.wrong-type", "scenes")]
    public void What_is_broken_is_named_with_its_place(string text, string code, string place)
    {
        var mistake = Assert.Throws<MistakeException>(() => PromptFile.Read(text, "p.json")).Mistake;
        Assert.Equal((code, "prompts"), (mistake.Code, mistake.Field));
        Assert.Contains("p.json", Sentence.Of(mistake), StringComparison.Ordinal);
        Assert.Contains(place, Sentence.Of(mistake), StringComparison.Ordinal);
    }
}
