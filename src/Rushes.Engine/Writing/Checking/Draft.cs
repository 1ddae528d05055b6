using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>A script on the reader's desk: with what was asked for, and how its language works.</summary>
internal sealed record Draft(Script Script, Brief Brief, Wording Wording)
{
    /// <summary>Whether somebody wrote a story or an advertisement; an image film shows what its user has.</summary>
    public bool IsWritten => Brief.Workflow != Workflow.Image2Video;

    public IEnumerable<(int Number, Scene Scene)> Scenes => Script.Scenes.Select((scene, index) => (index + 1, scene));

    /// <summary>What is heard in a scene, in order.</summary>
    public static IEnumerable<string> Spoken(Scene scene) =>
        scene.Dialogues.Select(line => line.Text).Prepend(scene.Narration ?? "").Where(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>Seconds that a scene's speech takes, with a breath between two lines.</summary>
    public double SpeechOf(Scene scene)
    {
        var lines = Spoken(scene).ToList();
        return lines.Sum(Wording.SecondsFor) + (Math.Max(0, lines.Count - 1) * Speakable.Breath);
    }

    /// <summary>Everything that a person reads or hears of the film, as one text.</summary>
    public string AllText => string.Join(" . ", Script.Scenes.SelectMany(scene => (string?[])
        [
            scene.Prompt, scene.Location, scene.VisualNotes, scene.Narration, .. scene.Dialogues.Select(line => line.Text), .. scene.Characters,
        ])
        .Concat([Script.Title, Script.HookSummary, .. Script.Characters.SelectMany(character => (string[])[character.Name, character.VisualIdentity])]));
}
