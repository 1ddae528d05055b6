namespace Rushes.Engine.Library;

/// <summary>What is wrong with the text of a data file.</summary>
/// <param name="Line">Counted from 1; null when the reason has no place.</param>
/// <param name="Reason">In the language of the user, without a full stop.</param>
public sealed record FileFault(long? Line, string Reason)
{
    internal BrokenFile Of(string path, bool isReplaced) => new(path, Line, Reason) { IsReplaced = isReplaced };
}
