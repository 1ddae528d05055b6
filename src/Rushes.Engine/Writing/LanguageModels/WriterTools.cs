using Rushes.Engine.Library;
using Rushes.Engine.Writing.Checking;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>What every language model's script is written with.</summary>
/// <param name="BuiltIn">Stands in for scenes that no model would write.</param>
public sealed record WriterTools(DataShelf Shelf, ScriptChecks Checks, BuiltInWriter BuiltIn, WritingRoom Room, IAnswerShelf Answers);
