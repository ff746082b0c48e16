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
        <source>Agree it with your physio before you take it. The protocol adds 5 kg once a load is free of pain; the program never raises a load, and none is to be raised while pain on the next morning is up.</source>
        <translation>Vereinbare ihn mit deiner Physio, bevor du ihn übernimmst. Das Protokoll legt 5 kg zu, sobald eine Last schmerzfrei ist; das Programm erhöht nie eine Last, und keine ist zu erhöhen, solange der Schmerz am Morgen danach erhöht ist.</translation>
    </message>
    <message>
        <source>Twice a day, seven days a week.</source>
        <translation>Zweimal am Tag, sieben Tage in der Woche.</translation>
    </message>
    <message>
        <source>Eccentric: knee straight, lower on one leg, rise on both.</source>
        <translation>Exzentrisch: Knie gestreckt, auf einem Bein senken, auf beiden heben.</translation>
    </message>
    <message>
        <source>Eccentric: knee bent, lower on one leg, rise on both.</source>
        <translation>Exzentrisch: Knie gebeugt, auf einem Bein senken, auf beiden heben.</translation>
    </message>
    <message>
        <source>Heavy slow resistance</source>
        <translation>Heavy Slow Resistance</translation>
    </message>
    <message>
        <source>Agree it with your physio before you take it. The load is the heaviest with which the repetitions can be done; the program never raises it, and none is to be raised while pain on the next morning is up.</source>
        <translation>Vereinbare ihn mit deiner Physio, bevor du ihn übernimmst. Die Last ist die schwerste, mit der die Wiederholungen zu schaffen sind; das Programm erhöht sie nie, und keine ist zu erhöhen, solange der Schmerz am Morgen danach erhöht ist.</translation>
    </message>
    <message>
        <source>Three sessions a week, at least 48 hours apart. Two to three minutes of rest.</source>
        <translation>Drei Einheiten in der Woche, mindestens 48 Stunden auseinander. Zwei bis drei Minuten Pause.</translation>
    </message>
    <message>
        <source>The heaviest load for 15 repetitions.</source>
        <translation>Die schwerste Last für 15 Wiederholungen.</translation>
    </message>
    <message>
        <source>The heaviest load for 12 repetitions.</source>
        <translation>Die schwerste Last für 12 Wiederholungen.</translation>
    </message>
    <message>
        <source>The heaviest load for 10 repetitions.</source>
        <translation>Die schwerste Last für 10 Wiederholungen.</translation>
    </message>
    <message>
        <source>The heaviest load for 8 repetitions.</source>
        <translation>Die schwerste Last für 8 Wiederholungen.</translation>
    </message>
    <message>
        <source>The heaviest load for 6 repetitions.</source>
        <translation>Die schwerste Last für 6 Wiederholungen.</translation>
    </message>
    <message>
        <source>Hypertrophy</source>
        <translation>Hypertrophie</translation>
    </message>
    <message>
        <source>Agree it with your physio before you take it. Percentages are of the estimated maximum of the plan&apos;s first day, until you move that day yourself; none is to be raised while pain on the next morning is up.</source>
        <translation>Vereinbare ihn mit deiner Physio, bevor du ihn übernimmst. Die Prozente gelten vom geschätzten Maximum am ersten Tag des Plans, bis du diesen Tag selbst verlegst; keine Last ist zu erhöhen, solange der Schmerz am Morgen danach erhöht ist.</translation>
    </message>
    <message>
        <source>Twice a week, five sets of ten at 70 % of the maximum.</source>
        <translation>Zweimal in der Woche, fünf Sätze zu zehn mit 70 % des Maximums.</translation>
    </message>
    <message>
        <source>Silbernagel</source>
        <translation>Silbernagel</translation>
    </message>
    <message>
        <source>Agree it with your physio before you take it, above all the weeks in which its phases overlap: there the sets of both are due. The program never raises a load, and none is to be raised while pain on the next morning is up.</source>
        <translation>Vereinbare ihn mit deiner Physio, bevor du ihn übernimmst, vor allem die Wochen, in denen sich seine Phasen überschneiden: Dort stehen die Sätze beider an. Das Programm erhöht nie eine Last, und keine ist zu erhöhen, solange der Schmerz am Morgen danach erhöht ist.</translation>
    </message>
    <message>
        <source>Every day, in three phases: on the floor, off a step, with load.</source>
        <translation>Jeden Tag, in drei Phasen: am Boden, auf einer Stufe, mit Last.</translation>
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
        <source>Off a step.</source>
        <translation>Auf einer Stufe.</translation>
    </message>
    <message>
        <source>Quick rebound.</source>
        <translation>Schnell und federnd.</translation>
    </message>
    <message>
        <source>On one leg with load, heavier on two or three days a week.</source>
        <translation>Auf einem Bein mit Last, an zwei oder drei Tagen der Woche schwerer.</translation>
    </message>
    <message>
        <source>One-leg, with load.</source>
        <translation>Einbeinig, mit Last.</translation>
    </message>
    <message>
        <source>With load.</source>
        <translation>Mit Last.</translation>
    </message>
    <message>
        <source>Eccentric, with load.</source>
        <translation>Exzentrisch, mit Last.</translation>
    </message>
</context>
</TS>
