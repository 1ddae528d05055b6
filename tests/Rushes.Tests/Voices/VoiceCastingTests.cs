using Rushes.Engine.Voices;
using Rushes.Film.Scripts;

namespace Rushes.Tests.Voices;

public sealed class VoiceCastingTests
{
    private static readonly Voice[] Voices =
    [
        new("x:woman", "vi", "female", "adult", ""),
        new("x:man", "vi", "male", "adult", ""),
        new("x:woman-2", "vi", "female", "adult", ""),
        new("x:child", "vi", "child", "child", ""),
        new("x:grandfather", "vi", "male", "old", ""),
    ];

    [Theory]
    [InlineData("male", "adult", "x:man")]
    [InlineData("male", "old", "x:grandfather")]
    [InlineData("female", "child", "x:child")]
    public void A_character_gets_a_voice_of_its_sex_and_age(string gender, string age, string voice) =>
        Assert.Equal(voice, Cast(new Bearing(gender, age), "Lan").Of("Lan")!.Name);

    [Fact]
    public void Two_characters_alike_get_different_voices_and_neither_is_the_narrators()
    {
        var casting = Cast(new Bearing("male", "adult"), "Minh", "Nam");
        var voices = new[] { casting.Narrator!.Name, casting.Of("Minh")!.Name, casting.Of("Nam")!.Name };
        Assert.Equal(3, voices.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_scripts_own_choice_wins()
    {
        var script = new Script { Title = "t", Language = "vi", Characters = [new Character { Name = "Lan", Voice = "x:man" }] };
        Assert.Equal("x:man", VoiceCasting.Cast(script, Voices, _ => new Bearing("female", "adult")).Of("Lan")!.Name);
    }

    [Fact]
    public void Whoever_is_not_in_the_cast_speaks_with_the_narrators_voice() =>
        Assert.Equal("x:man", VoiceCasting.Cast(new Script { Title = "t", Language = "vi" }, Voices, _ => new Bearing("female", "adult"), "x:man").Of("Ai đó")!.Name);

    [Fact]
    public void Without_voices_nobody_speaks() => Assert.Null(Cast([], new Bearing("female", "adult"), "Lan").Of("Lan"));

    private static VoiceCasting Cast(Bearing bearing, params string[] names) => Cast(Voices, bearing, names);

    private static VoiceCasting Cast(Voice[] voices, Bearing bearing, params string[] names)
    {
        var script = new Script { Title = "t", Language = "vi", Characters = [.. names.Select(name => new Character { Name = name })] };
        return VoiceCasting.Cast(script, voices, _ => bearing);
    }
}
