using System.Reflection;

namespace Rushes.Tests.Shooting.Simulation;

/// <summary>
/// A port as a process that may be killed sees it: every asynchronous call is two steps of its life, one before it is made and one before its answer
/// is heard. A dead process makes no call and hears no answer, for ever.
/// </summary>
public class Mortal<T> : DispatchProxy
    where T : class
{
    private T _port = null!;
    private Life _life = null!;

    internal void Begin(T port, Life life) => (_port, _life) = (port, life);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (!typeof(Task).IsAssignableFrom(targetMethod!.ReturnType))
            return targetMethod.Invoke(_port, args);
        var never = Never(targetMethod.ReturnType);
        if (_life.IsOver || _life.Step())
            return never;
        var answer = (Task)targetMethod.Invoke(_port, args)!;
        return targetMethod.ReturnType == typeof(Task) ? Hear(answer) : HearMethod(targetMethod.ReturnType).Invoke(this, [answer]);
    }

    private static MethodInfo HearMethod(Type task) =>
        typeof(Mortal<T>).GetMethod(nameof(HearValue), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(task.GetGenericArguments());

    private static Task Never(Type task) => task == typeof(Task)
        ? new TaskCompletionSource().Task
        : (Task)typeof(Mortal<T>).GetMethod(nameof(NeverValue), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(task.GetGenericArguments()).Invoke(null, null)!;

    private static Task<TValue> NeverValue<TValue>() => new TaskCompletionSource<TValue>().Task;

    private async Task Hear(Task answer)
    {
        await answer;
        if (_life.IsOver || _life.Step())
            await NeverValue<int>();
    }

    private async Task<TValue> HearValue<TValue>(Task<TValue> answer)
    {
        var value = await answer;
        if (_life.IsOver || _life.Step())
            await NeverValue<int>();
        return value;
    }
}
