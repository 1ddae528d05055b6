using Rushes.Engine.Library;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Reads a script as a careful editor would, without network. What it finds are warnings: the film can be made all the same.</summary>
public sealed class ScriptChecks(DataShelf shelf)
{
    /// <summary>The longest prompt, in characters, that the usual providers take whole.</summary>
    public const int UsualPromptLimit = 2_000;

    /// <param name="script">The script.</param>
    /// <param name="brief">What was asked for. A script that came as a file is checked against its own seconds: give the brief these.</param>
    /// <param name="promptLimit">The longest prompt that the provider takes, in characters.</param>
    public IReadOnlyList<ScriptWarning> Check(Script script, Brief brief, int promptLimit = UsualPromptLimit)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(brief);
        var draft = new Draft(script, brief, new CheckingShelf(shelf).WordingOf(script.Language));
        IScriptCheck[] checks =
        [
            new LengthCheck(), new PromptCheck(promptLimit), new HookCheck(), new LikenessCheck(), new IdeaCheck(), new LanguageCheck(), new SpeechCheck(),
            new CastCheck(), new ContinuityCheck(), new ArcCheck(), new SocialCheck(shelf),
        ];
        return [.. checks.SelectMany(check => check.Find(draft)).OrderBy(warning => warning.Scene ?? 0)];
    }
}
