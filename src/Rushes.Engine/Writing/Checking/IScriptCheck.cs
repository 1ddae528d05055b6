namespace Rushes.Engine.Writing.Checking;

/// <summary>One thing that is looked for in a script.</summary>
internal interface IScriptCheck
{
    IEnumerable<ScriptWarning> Find(Draft draft);
}
