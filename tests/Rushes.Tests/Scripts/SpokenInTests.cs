using Rushes.Film.Scripts;

namespace Rushes.Tests.Scripts;

public sealed class SpokenInTests
{
    private static readonly Manner Calm = new() { Style = "calm", Rate = 0.9 };
    private static readonly Manner Own = new() { Pitch = 2 };

    [Fact]
    public void Everybody_without_a_manner_speaks_in_the_films()
    {
        var script = new Script { Title = "t", Language = "en", Characters = [new() { Name = "Lan" }, new() { Name = "An", Manner = Own }] };
        var spoken = script.SpokenIn(Calm);
        Assert.Equal([Calm, Own], spoken.Characters.Select(character => character.Manner));
        Assert.Equal(Calm, spoken.Narrator!.Manner);
        Assert.Equal(("v", Own), (With(Own).SpokenIn(Calm).Narrator!.Voice, With(Own).SpokenIn(Calm).Narrator!.Manner));
        Assert.Equal(("v", Calm), (With(null).SpokenIn(Calm).Narrator!.Voice, With(null).SpokenIn(Calm).Narrator!.Manner));

        Script With(Manner? manner) => script with { Narrator = new() { Voice = "v", Manner = manner } };
    }

    [Fact]
    public void A_film_without_a_manner_leaves_the_script_as_it_is()
    {
        var script = new Script { Title = "t", Language = "en" };
        Assert.Same(script, script.SpokenIn(null));
    }
}
