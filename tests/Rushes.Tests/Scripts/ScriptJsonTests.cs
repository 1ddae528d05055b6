using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Scripts;

public sealed class ScriptJsonTests
{
    [Fact]
    public void Emoji_stay_readable_and_what_only_looks_like_one_stays_as_it_is()
    {
        var script = new Script { Title = @"Con mèo 💛 \uD83D\uDC9B", Language = "vi", Scenes = [new() { Prompt = "P", Duration = 3 }] };
        var text = ScriptJson.Write(script);
        Assert.Contains("Con mèo 💛", text, StringComparison.Ordinal);
        Assert.Equal(script.Title, ScriptJson.Read(text, "script.json").Title);
    }

    [Fact]
    public void Voices_and_manners_are_read_as_an_object_or_as_a_styles_name_and_written_back()
    {
        var script = ScriptJson.Read(
            """
            {"narrator":{"voice":"gemini:Kore","manner":"calm"},
             "characters":[{"name":"Lan","voice":"gemini:Leda","manner":{"style":"storytelling","rate":0.9,"pitch":-9,"expressiveness":0.5}}],
             "scenes":[{"prompt":"P","duration":3}]}
            """,
            "script.json");
        Assert.Equal(new Narrator { Voice = "gemini:Kore", Manner = new Manner { Style = "calm" } }, script.Narrator);
        Assert.Equal(new Manner { Style = "storytelling", Rate = 0.9, Pitch = -5, Expressiveness = 0.5 }, script.Characters[0].Manner);
        var again = ScriptJson.Read(ScriptJson.Write(script), "script.json");
        Assert.Equal((script.Narrator, script.Characters[0].Manner), (again.Narrator, again.Characters[0].Manner));
    }

    [Fact]
    public void What_was_written_is_read_back_whatever_the_texts_hold()
    {
        var texts = Gen.Elements("Lan", "mèo \"con\"", "a\nb", "..", "</script>", "😀 xin", "ế\u0301", "\\", "0", "{}").Select(text => text + "!");
        var line = from text in texts from speaker in texts select new Dialogue { Text = text, Speaker = speaker, Emotion = "joy" };
        var scene = from prompt in texts
                    from notes in texts
                    from tenths in Gen.Choose(1, 600)
                    from height in Gen.Choose(-100, 100)
                    from lines in line.ListOf()
                    select new Scene
                    {
                        Prompt = prompt,
                        Duration = tenths / 100.0,
                        VisualNotes = notes,
                        Intensity = height / 100.0,
                        Dialogues = [.. lines],
                        Characters = ["Lan"],
                        Translations = new Dictionary<string, string> { ["prompt_vi"] = notes },
                        Extra = new Dictionary<string, JsonElement> { ["mine"] = JsonSerializer.SerializeToElement(new { deep = new[] { notes } }) },
                    };
        var scripts = from title in texts
                      from scenes in scene.NonEmptyListOf()
                      select new Script { Title = title, Language = "vi", Scenes = [.. scenes], Social = [new() { Platform = "tiktok", Caption = title, Hashtags = ["#a"] }] };
        Prop.ForAll(scripts.ToArbitrary(), script =>
        {
            var written = ScriptJson.Write(script);
            var read = ScriptJson.Read(written, "script.json");
            Assert.Equal(written, ScriptJson.Write(read));
            Assert.Equal(script.Scenes.Select(one => (one.Prompt, one.Duration, one.VisualNotes)), read.Scenes.Select(one => (one.Prompt, one.Duration, one.VisualNotes)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_seeds_names_are_read_and_the_target_language_wins()
    {
        var script = ScriptJson.Read("""
            {"title_vi":"Mèo","title_tgt":"Cat","character_bible":[{"name":"Mun","visual_identity":"black","archetype":"child"}],
             "scenes":[{"prompt_vi":"Mèo chạy","prompt_tgt":"The cat runs","duration":"8","characters":"Mun, Lan","dialogues":[{"speaker":"Mun","text_vi":"Meo","text_tgt":"Meow"}]}]}
            """, "old.json");
        Assert.Equal("Cat", script.Title);
        Assert.Equal("en", script.Language);
        Assert.Equal("The cat runs", script.Scenes[0].Prompt);
        Assert.Equal("Mèo chạy", script.Scenes[0].Translations["prompt_vi"]);
        Assert.Equal(["Mun", "Lan"], script.Scenes[0].Characters);
        Assert.Equal("Meow", script.Scenes[0].Dialogues[0].Text);
        Assert.Equal("Meo", script.Scenes[0].Dialogues[0].Translations["text_vi"]);
        Assert.Equal("child", script.Characters[0].Extra["archetype"].GetString());
    }

    [Fact]
    public void Unknown_fields_are_kept_at_every_level_and_Vietnamese_stays_readable()
    {
        var script = ScriptJson.Read("""{"title":"Ếch","mood":7,"scenes":[{"prompt":"p","style_notes":["a"],"dialogues":[{"text":"t","pitch":2}]}],"social":[{"platform":"x","caption":"c","best_time":"8h"}]}""", "s.json");
        var written = ScriptJson.Write(script);
        Assert.Contains("Ếch", written, StringComparison.Ordinal);
        Assert.All(["mood", "style_notes", "pitch", "best_time"], name => Assert.Contains($"\"{name}\"", written, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"scenes\":[", "script.broken-json")]
    [InlineData("[]", "script.no-scenes")]
    [InlineData("7", "script.wrong-type")]
    [InlineData("{\"scenes\":[]}", "script.no-scenes")]
    [InlineData("{\"scenes\":[{\"prompt\":\"  \"}]}", "script.empty-prompt")]
    [InlineData("{\"scenes\":[{\"prompt\":\"p\",\"duration\":-1}]}", "script.scene-duration")]
    [InlineData("{\"scenes\":[{\"prompt\":\"p\",\"duration\":0}]}", "script.scene-duration")]
    [InlineData("{\"scenes\":[{\"prompt\":\"p\",\"duration\":1e9}]}", "script.scene-duration")]
    [InlineData("{\"scenes\":[{\"prompt\":\"p\",\"duration\":\"soon\"}]}", "script.wrong-type")]
    [InlineData("{\"scenes\":[{\"prompt\":{}}]}", "script.wrong-type")]
    [InlineData("{\"scenes\":[{\"prompt\":\"p\"}],\"characters\":[{\"role\":\"r\"}]}", "script.nameless-character")]
    [InlineData("{\"kind\":\"poem\",\"scenes\":[{\"prompt\":\"p\"}]}", "script.wrong-type")]
    public void A_broken_file_becomes_one_mistake(string text, string code)
    {
        var mistake = Assert.Throws<MistakeException>(() => ScriptJson.Read(text, "film/script.json")).Mistake;
        Assert.Equal(code, mistake.Code);
        Assert.Equal("film/script.json", mistake.Details[0]);
        Assert.Contains("film/script.json", Engine.Texts.Sentence.Of(mistake), StringComparison.Ordinal);
    }

    [Fact]
    public void Five_hundred_scenes_are_too_many()
    {
        var text = $"{{\"scenes\":[{string.Join(',', Enumerable.Repeat("{\"prompt\":\"p\",\"duration\":2}", 500))}]}}";
        Assert.Equal("script.too-many-scenes", Assert.Throws<MistakeException>(() => ScriptJson.Read(text, "s.json")).Mistake.Code);
    }
}
