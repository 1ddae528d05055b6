namespace Rushes.Engine.Library;

/// <summary>How far a language model can be held to a form.</summary>
public enum StructuredOutput
{
    /// <summary>To a JSON schema.</summary>
    Schema,

    /// <summary>To JSON, whatever its fields.</summary>
    Json,

    /// <summary>Only by asking for it.</summary>
    None,
}
