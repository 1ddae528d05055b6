namespace Rushes.Film;

public enum MistakeKind
{
    /// <summary>The input was wrong: one clear sentence, exit code 2.</summary>
    Input,

    /// <summary>The machine lacks something: the sentence names the command that installs it, exit code 4.</summary>
    Machine,
}
