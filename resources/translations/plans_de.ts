<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>plans</name>
    <message>
        <source>Alfredson</source>
        <translation>Alfredson</translation>
    </message>
    <message>
        <source>Agree it with your physio before you take it. With pain at the tendon&apos;s insertion do not lower the heel below the step. Stop and ask where pain goes above 5/10 or the next morning is worse. Not for a fresh calf strain. The protocol adds 5 kg once a load is free of pain; the program never raises a load. Do not raise a load while pain on the next morning is up.</source>
        <translation>Sprich den Plan mit deiner Physiotherapeutin oder deinem Physiotherapeuten ab, bevor du ihn übernimmst. Bei Schmerzen am Ansatz der Sehne die Ferse nicht unter die Stufe senken. Hör auf und frag nach, wenn der Schmerz über 5/10 steigt oder der Morgen danach schlechter ist. Nicht bei einer frischen Wadenzerrung. Das Protokoll legt 5 kg zu, sobald eine Last schmerzfrei ist; das Programm erhöht nie eine Last. Erhöhe keine Last, solange der Schmerz am Morgen danach erhöht ist.</translation>
    </message>
    <message>
        <source>Eccentric, twice a day, seven days a week: rise with the other leg, then lower this heel slowly below the edge of a step.</source>
        <translation>Exzentrisch, zweimal am Tag, sieben Tage in der Woche: mit dem anderen Bein hochdrücken, dann diese Ferse langsam unter die Kante einer Stufe senken.</translation>
    </message>
    <message>
        <source>Up with the other leg, down below a step. Eccentric, knee straight.</source>
        <translation>Mit dem anderen Bein hoch, mit diesem unter die Stufe. Exzentrisch, Knie gestreckt.</translation>
    </message>
    <message>
        <source>Up with the other leg, down below a step. Eccentric, knee bent.</source>
        <translation>Mit dem anderen Bein hoch, mit diesem unter die Stufe. Exzentrisch, Knie gebeugt.</translation>
    </message>
    <message>
        <source>Heavy slow resistance</source>
        <translation>Heavy Slow Resistance</translation>
    </message>
    <message>
        <source>Agree it with your physio before you take it. The load is the heaviest for the repetitions that pain allows. Stop and ask where pain goes above 5/10 or the next morning is worse. Not for a fresh calf strain. The program never raises a load. Do not raise a load while pain on the next morning is up.</source>
        <translation>Sprich den Plan mit deiner Physiotherapeutin oder deinem Physiotherapeuten ab, bevor du ihn übernimmst. Die Last ist die schwerste für die Wiederholungen, die der Schmerz zulässt. Hör auf und frag nach, wenn der Schmerz über 5/10 steigt oder der Morgen danach schlechter ist. Nicht bei einer frischen Wadenzerrung. Das Programm erhöht nie eine Last. Erhöhe keine Last, solange der Schmerz am Morgen danach erhöht ist.</translation>
    </message>
    <message>
        <source>Adapted: one leg at a time, seated and standing; the trial of 2015 was two-legged, with three exercises. Three sessions a week, at least 48 hours apart, two to three minutes of rest.</source>
        <translation>Angepasst: ein Bein nach dem anderen, sitzend und stehend; die Studie von 2015 war beidbeinig, mit drei Übungen. Drei Einheiten in der Woche, mindestens 48 Stunden auseinander, zwei bis drei Minuten Pause.</translation>
    </message>
    <message>
        <source>The heaviest load for 15 repetitions that pain allows.</source>
        <translation>Die schwerste Last für 15 Wiederholungen, die der Schmerz zulässt.</translation>
    </message>
    <message>
        <source>The heaviest load for 12 repetitions that pain allows.</source>
        <translation>Die schwerste Last für 12 Wiederholungen, die der Schmerz zulässt.</translation>
    </message>
    <message>
        <source>The heaviest load for 10 repetitions that pain allows.</source>
        <translation>Die schwerste Last für 10 Wiederholungen, die der Schmerz zulässt.</translation>
    </message>
    <message>
        <source>The heaviest load for 8 repetitions that pain allows.</source>
        <translation>Die schwerste Last für 8 Wiederholungen, die der Schmerz zulässt.</translation>
    </message>
    <message>
        <source>The heaviest load for 6 repetitions that pain allows.</source>
        <translation>Die schwerste Last für 6 Wiederholungen, die der Schmerz zulässt.</translation>
    </message>
    <message>
        <source>Hypertrophy</source>
        <translation>Hypertrophie</translation>
    </message>
    <message>
        <source>Agree it with your physio before you take it. The 70 % are of an estimate: of the estimated maximum of the plan&apos;s first day, until you move that day yourself. Stop and ask where pain goes above 5/10 or the next morning is worse. Not for a fresh calf strain. The program never raises a load. Do not raise a load while pain on the next morning is up.</source>
        <translation>Sprich den Plan mit deiner Physiotherapeutin oder deinem Physiotherapeuten ab, bevor du ihn übernimmst. Die 70 % gelten von einer Schätzung: vom geschätzten Maximum am ersten Tag des Plans, bis du diesen Tag selbst verlegst. Hör auf und frag nach, wenn der Schmerz über 5/10 steigt oder der Morgen danach schlechter ist. Nicht bei einer frischen Wadenzerrung. Das Programm erhöht nie eine Last. Erhöhe keine Last, solange der Schmerz am Morgen danach erhöht ist.</translation>
    </message>
    <message>
        <source>Twice a week, five sets of ten at 70 % of an estimated maximum.</source>
        <translation>Zweimal in der Woche, fünf Sätze zu zehn mit 70 % eines geschätzten Maximums.</translation>
    </message>
    <message>
        <source>Isometric start</source>
        <translation>Isometrischer Einstieg</translation>
    </message>
    <message>
        <source>Agree it with your physio before you take it, and when to go on to raises. Hold a load that can be held. Stop and ask where pain goes above 5/10 or the next morning is worse. Not for a fresh calf strain. The program never raises a load. Do not raise a load while pain on the next morning is up.</source>
        <translation>Sprich den Plan mit deiner Physiotherapeutin oder deinem Physiotherapeuten ab, bevor du ihn übernimmst, und auch, wann es mit Heben weitergeht. Halte eine Last, die sich halten lässt. Hör auf und frag nach, wenn der Schmerz über 5/10 steigt oder der Morgen danach schlechter ist. Nicht bei einer frischen Wadenzerrung. Das Programm erhöht nie eine Last. Erhöhe keine Last, solange der Schmerz am Morgen danach erhöht ist.</translation>
    </message>
    <message>
        <source>Four or five holds of 45 seconds, seated and standing, with two minutes of rest, daily or every other day. Here four holds every other day, for two weeks: change them as agreed.</source>
        <translation>Vier- oder fünfmal 45 Sekunden halten, sitzend und stehend, mit zwei Minuten Pause, täglich oder jeden zweiten Tag. Hier viermal jeden zweiten Tag, zwei Wochen lang: ändere es wie abgesprochen.</translation>
    </message>
    <message>
        <source>A load that can be held for 45 seconds.</source>
        <translation>Eine Last, die sich 45 Sekunden halten lässt.</translation>
    </message>
    <message>
        <source>Silbernagel</source>
        <translation>Silbernagel</translation>
    </message>
    <message>
        <source>Agree it with your physio before you take it, and when the next phase begins. Stop and ask where pain goes above 5/10 or the next morning is worse. Not for a fresh calf strain. The program never raises a load and begins no phase by itself. Do not raise a load while pain on the next morning is up.</source>
        <translation>Sprich den Plan mit deiner Physiotherapeutin oder deinem Physiotherapeuten ab, bevor du ihn übernimmst, und auch, wann die nächste Phase beginnt. Hör auf und frag nach, wenn der Schmerz über 5/10 steigt oder der Morgen danach schlechter ist. Nicht bei einer frischen Wadenzerrung. Das Programm erhöht nie eine Last und beginnt keine Phase von selbst. Erhöhe keine Last, solange der Schmerz am Morgen danach erhöht ist.</translation>
    </message>
    <message>
        <source>Four phases in a row, each begun by hand once its criterion is met; none adds to another.</source>
        <translation>Vier Phasen nacheinander, jede von Hand begonnen, sobald ihr Kriterium erfüllt ist; keine kommt zu einer anderen hinzu.</translation>
    </message>
    <message>
        <source>On the floor.</source>
        <translation>Am Boden.</translation>
    </message>
    <message>
        <source>Two-leg.</source>
        <translation>Beidbeinig.</translation>
    </message>
    <message>
        <source>One-leg.</source>
        <translation>Einbeinig.</translation>
    </message>
    <message>
        <source>Eccentric.</source>
        <translation>Exzentrisch.</translation>
    </message>
    <message>
        <source>Able to do phase 1.</source>
        <translation>Phase 1 gelingt.</translation>
    </message>
    <message>
        <source>Off a step; with pain at the tendon&apos;s insertion still on the floor.</source>
        <translation>Auf einer Stufe; bei Schmerzen am Ansatz der Sehne weiter am Boden.</translation>
    </message>
    <message>
        <source>Quick rebound.</source>
        <translation>Schnell und federnd.</translation>
    </message>
    <message>
        <source>Handled phase 2, no pain at the tendon&apos;s insertion.</source>
        <translation>Phase 2 bewältigt, kein Schmerz am Ansatz der Sehne.</translation>
    </message>
    <message>
        <source>Heavier on two or three days a week; jumps as the physio says.</source>
        <translation>An zwei oder drei Tagen der Woche schwerer; Sprünge nach Absprache mit der Physiotherapie.</translation>
    </message>
    <message>
        <source>One-leg, with load.</source>
        <translation>Einbeinig, mit Last.</translation>
    </message>
    <message>
        <source>Eccentric, with load.</source>
        <translation>Exzentrisch, mit Last.</translation>
    </message>
    <message>
        <source>From week 12 on, as agreed with the physio.</source>
        <translation>Ab Woche 12, wie mit der Physiotherapie abgesprochen.</translation>
    </message>
    <message>
        <source>Maintenance, two or three times a week: a third day is your own choice.</source>
        <translation>Erhaltung, zwei- oder dreimal in der Woche: Ein dritter Tag steht dir frei.</translation>
    </message>
</context>
</TS>
