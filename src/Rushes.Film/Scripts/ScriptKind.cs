namespace Rushes.Film.Scripts;

public enum ScriptKind
{
    Story,
    Sales,
}
